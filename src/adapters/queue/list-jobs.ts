import { z } from 'zod';
import { type Database, QUEUE_SCHEMA } from '../store/database.ts';
import { FAILED_QUEUE, QUEUE } from './job-queue.ts';
import type { Backlog } from './server-lanes.ts';

/** A job as people look at it. */
export interface ListedJob {
  readonly id: string;
  /** `waiting` also for one whose time has not come. */
  readonly state: 'waiting' | 'running' | 'failed';
  readonly lane: string;
  readonly kind: string;
  readonly delivery: string;
  readonly since: Date;
  /** When it may run. */
  readonly due: Date;
  /** Why it was given up. */
  readonly reason: string | undefined;
}

const rowSchema = z.object({
  id: z.string(),
  queue: z.string(),
  state: z.string(),
  lane: z.string().nullable(),
  kind: z.string().nullable(),
  delivery: z.string().nullable(),
  since: z.coerce.date(),
  due: z.coerce.date(),
  reason: z.string().nullable(),
});

/** A job that threw until its tries were over came here by itself, with its last error as its source's output. */
const COLUMNS = `id::text, name as queue, state::text, singleton_key as lane, data->'job'->>'kind' as kind,
  data->'job'->'cause'->>'delivery' as delivery, coalesce((data->>'since')::timestamptz, created_on) as since,
  start_after as due, coalesce(nullif(data->>'reason', ''), source_output->>'message') as reason`;

/** All that waits, runs or was given up, the oldest first. */
export async function listJobs(database: Database): Promise<readonly ListedJob[]> {
  const text = `select ${COLUMNS} from ${QUEUE_SCHEMA}.job
    where (name = $1 and state <= 'active') or (name = $2 and state < 'active') order by created_on`;
  const rows = z.array(rowSchema).parse(await database.query(text, [QUEUE, FAILED_QUEUE]));
  return rows.map(({ queue, state, lane, kind, delivery, reason, ...rest }) => ({
    ...rest,
    state: queue === FAILED_QUEUE ? 'failed' : state === 'active' ? 'running' : 'waiting',
    lane: lane ?? '',
    kind: kind ?? 'unknown',
    delivery: delivery ?? '',
    reason: reason ?? undefined,
  }));
}

const countsSchema = z.tuple([
  z.object({
    waiting: z.coerce.number(),
    oldestSeconds: z.coerce.number(),
    putOff: z.coerce.number(),
    running: z.coerce.number(),
    failed: z.coerce.number(),
  }),
]);

/** How much there is to do, for all processes together. */
export async function readBacklog(database: Database): Promise<Omit<Backlog, 'quietSeconds'>> {
  const isBehind = `singleton_key in (select singleton_key from ${QUEUE_SCHEMA}.job where name = $1 and state = 'active')`;
  const due = `name = $1 and state < 'active' and start_after <= now() and ${isBehind} is not true`;
  const text = `select count(*) filter (where ${due}) as waiting,
      coalesce(extract(epoch from now() - min(start_after) filter (where ${due})), 0) as "oldestSeconds",
      count(*) filter (where name = $1 and state < 'active' and start_after > now()) as "putOff",
      count(*) filter (where name = $1 and state = 'active') as running,
      count(*) filter (where name = $2 and state < 'active') as failed
    from ${QUEUE_SCHEMA}.job`;
  return countsSchema.parse(await database.query(text, [QUEUE, FAILED_QUEUE]))[0];
}
