import type { Db, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { MergeJobs } from '../../ports/job.ts';
import { type KeptJob, keptJobSchema } from './job-schema.ts';
import { MAX_RUN_SECONDS } from './server-lanes.ts';

/** Work that waits or runs. */
export const QUEUE = 'work';
/** Work that was given up: kept for a month, until somebody tries it again or drops it. */
export const FAILED_QUEUE = 'failed';

const DAY = 24 * 3600;

/** Whatever number, as long as every process takes the same. */
const LANE_LOCKS = 716_301;

/** Of one lane one job runs at a time: held by the database itself, whoever asks. */
const POLICY = 'singleton';
const WORK_OPTIONS = {
  // A process says every five seconds that it is alive; what it held is free again when it does not.
  heartbeatSeconds: 15,
  expireInSeconds: MAX_RUN_SECONDS,
  // Of jobs that threw, or whose process died: what GitHub puts off does not count.
  retryLimit: 5,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 600,
  retentionSeconds: 14 * DAY,
  deadLetter: FAILED_QUEUE,
} as const;

/** A job in hand; `retryCount` names the attempt, so that a process whose claim has lapsed settles nothing. */
export interface Claim {
  readonly id: string;
  readonly retryCount: number;
  readonly lane: string;
  readonly kept: KeptJob;
}

/** Makes the queues where they are not there yet. */
export async function prepareQueues(boss: PgBoss): Promise<void> {
  await boss.createQueue(FAILED_QUEUE, { policy: 'standard', retentionSeconds: 30 * DAY, retryLimit: 0 });
  await boss.createQueue(QUEUE, { policy: POLICY, ...WORK_OPTIONS });
  await boss.updateQueue(QUEUE, WORK_OPTIONS);
  // Inside a transaction PGlite could not ask for what it does not know yet.
  await Promise.all([QUEUE, FAILED_QUEUE].map((name) => boss.findJobs(name, { key: 'nothing' })));
}

/** The queue within a transaction, and what becomes of two jobs of one lane. */
export interface PutTarget {
  readonly boss: PgBoss;
  readonly db: Db;
  readonly merge: MergeJobs;
}

/** Puts a job into its lane, in the place of one that waits there. */
export async function putJob({ boss, db, merge }: PutTarget, lane: string, kept: KeptJob): Promise<void> {
  await lockLane(db, lane);
  const older = await readWaiting(boss, db, lane);
  if (older === undefined) {
    await boss.send(QUEUE, kept, { singletonKey: lane, group: { id: lane }, db });
  } else {
    const merged = { ...kept, job: merge(older.job, kept.job), since: older.since };
    await boss.upsert(QUEUE, merged, { singletonKey: lane, group: { id: lane }, startAfter: 0, db });
  }
}

/** Lets a job that was there before wait in its lane; where a newer one waits already, that one is told. */
export async function putJobBack(
  { boss, db, merge }: PutTarget,
  { lane, kept }: Pick<Claim, 'lane' | 'kept'>,
  afterMilliseconds = 0,
): Promise<void> {
  await lockLane(db, lane);
  const newer = await readWaiting(boss, db, lane);
  if (newer === undefined) {
    const startAfter = Math.ceil(afterMilliseconds / 1000);
    await boss.send(QUEUE, kept, { singletonKey: lane, group: { id: lane }, startAfter, db });
  } else {
    const job = merge(kept.job, newer.job);
    await boss.update(QUEUE, { ...newer, job, since: kept.since }, { singletonKey: lane, db });
  }
}

/** Until the end of the transaction nobody else puts anything into the lane: of two at once, both would see it empty. */
async function lockLane(db: Db, lane: string): Promise<void> {
  await db.executeSql('select pg_advisory_xact_lock($1, hashtext($2))', [LANE_LOCKS, lane]);
}

/** The job that waits in a lane. */
async function readWaiting(boss: PgBoss, db: Db, lane: string): Promise<KeptJob | undefined> {
  const [waiting] = await boss.findJobs(QUEUE, { key: lane, queued: true, db });
  return waiting === undefined ? undefined : keptJobSchema.safeParse(waiting.data).data;
}

/** Jobs whose time has come, of lanes in which none runs; at most so many. */
export async function claimJobs(boss: PgBoss, most: number): Promise<readonly Claim[]> {
  const jobs = await boss.fetch(QUEUE, { batchSize: most, includeMetadata: true, groupConcurrency: 1 });
  const claims: Claim[] = [];
  for (const { id, retryCount, singletonKey, data } of jobs) {
    const kept = keptJobSchema.safeParse(data);
    if (kept.success) claims.push({ id, retryCount, lane: singletonKey ?? '', kept: kept.data });
    else await boss.fail(QUEUE, { id, retryCount }, { message: 'this program cannot read the job' });
  }
  return claims;
}

const affectedSchema = z.object({ affected: z.number() });

/** Whether the claim still held when something was done with it. */
export function wasHeld(response: unknown): boolean {
  return affectedSchema.parse(response).affected > 0;
}
