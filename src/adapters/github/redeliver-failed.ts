import { z } from 'zod';
import type { Latest } from '../../shared/latest.ts';
import { ApiTrouble } from './api-trouble.ts';
import type { AppClient } from './app-client.ts';

const attemptsSchema = z.array(
  z.object({
    id: z.union([z.number(), z.string()]),
    guid: z.string(),
    delivered_at: z.string(),
    status_code: z.number(),
  }),
);

type Attempt = z.infer<typeof attemptsSchema>[number];

/** GitHub keeps deliveries for three days. */
const KEPT_MILLISECONDS = 3 * 24 * 3_600_000;
/** Attempts may appear in the log a little after they were made. */
const OVERLAP_MILLISECONDS = 15 * 60_000;
const MAX_PAGES = 30;
const MAX_REDELIVERIES = 300;
/** What we answer badly every time is a mistake of ours that no repetition mends. */
const MAX_TRIES = 5;

export interface RedeliveryMemory {
  /** The instant up to which the log was read; undefined at the start. */
  readUntil: Date | undefined;
  /** How often a webhook was asked for again, by its delivery id. */
  readonly tries: Latest<number>;
}

/** Asks for every webhook again that was never answered with a success, the oldest first, so many at once; returns how many GitHub will send. */
export async function redeliverFailed(client: AppClient, memory: RedeliveryMemory, now: Date): Promise<number> {
  const since = memory.readUntil?.getTime() ?? now.getTime() - KEPT_MILLISECONDS;
  const attempts = await readAttempts(client, new Date(since - OVERLAP_MILLISECONDS));
  const failed = findFailed(attempts).filter(({ guid }) => (memory.tries.get(guid) ?? 0) < MAX_TRIES);
  let asked = 0;
  for (const { id, guid } of failed.slice(0, MAX_REDELIVERIES)) {
    if (await askAgain(client, id)) asked += 1;
    memory.tries.set(guid, (memory.tries.get(guid) ?? 0) + 1);
  }
  // What was too much for now is looked for again.
  if (failed.length <= MAX_REDELIVERIES) memory.readUntil = now;
  return asked;
}

/** Asks for one delivery; false where GitHub will not send it, which keeps none of the others. */
async function askAgain(client: AppClient, id: Attempt['id']): Promise<boolean> {
  try {
    await client.post('POST /app/hook/deliveries/{delivery_id}/attempts', { delivery_id: id });
    return true;
  } catch (error) {
    if (error instanceof ApiTrouble && ['absent', 'refused'].includes(error.trouble.kind)) return false;
    throw error;
  }
}

/** The newest attempt of each delivery of which none succeeded. */
function findFailed(attempts: readonly Attempt[]): readonly Attempt[] {
  const done = new Set(attempts.filter(({ status_code }) => isSuccess(status_code)).map(({ guid }) => guid));
  const newest = new Map(attempts.toReversed().map((attempt) => [attempt.guid, attempt]));
  return [...newest.values()].filter(({ guid }) => !done.has(guid));
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The newest first, back to an instant. */
async function readAttempts(client: AppClient, since: Date): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  let next: string | undefined = 'GET /app/hook/deliveries?per_page=100';
  for (let page = 0; page < MAX_PAGES && next !== undefined; page += 1) {
    const answer: Awaited<ReturnType<AppClient['get']>> = await client.get(next);
    const found = attemptsSchema.parse(answer.data);
    attempts.push(...found.filter(({ delivered_at }) => new Date(delivered_at) >= since));
    const isEnough = found.some(({ delivered_at }) => new Date(delivered_at) < since);
    next = isEnough || answer.next === undefined ? undefined : `GET ${answer.next}`;
  }
  return attempts;
}
