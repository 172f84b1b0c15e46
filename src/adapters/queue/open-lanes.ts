import type { Clock, Log } from '../../ports.ts';
import type { MergeJobs, RunJob } from '../../ports/job.ts';
import { MemoryLanes } from './lanes.ts';
import type { ServerLanes } from './server-lanes.ts';

export interface LanesOptions {
  /** undefined: in memory. */
  readonly databaseUrl: string | undefined;
  readonly concurrency: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly run: RunJob;
  readonly merge: MergeJobs;
}

/** How long a server that starts waits for its database. */
const PATIENCE_MILLISECONDS = 60_000;

/** The lanes of this server. Rejects with a `StoreProblem` where its database cannot be used. */
export async function openLanes({ databaseUrl, ...options }: LanesOptions): Promise<ServerLanes> {
  if (databaseUrl === undefined) return new MemoryLanes(options);
  // Without a database none of its code is loaded: the default server stays small.
  const { DurableLanes } = await import('./durable-lanes.ts');
  const { openDatabase } = await import('../store/open-database.ts');
  const { log } = options;
  const database = await openDatabase({ url: databaseUrl, log, patienceMilliseconds: PATIENCE_MILLISECONDS });
  return new DurableLanes({ database, ...options });
}
