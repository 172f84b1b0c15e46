import type { Clock, Lanes, Log } from '../../ports.ts';
import type { MergeJobs, RunJob, Work } from '../../ports/job.ts';

/** What lanes of every kind work with. */
export interface LaneOptions {
  /** How many jobs this process runs at once, over all lanes. */
  readonly concurrency: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly run: RunJob;
  readonly merge: MergeJobs;
}

/** Lanes as the server uses them beside the handlers. */
export interface ServerLanes extends Lanes {
  /** Begins to work; until then work is only taken. */
  readonly begin: () => Promise<void>;
  /** Puts work into its lane now and then every so often, until the lanes drain. */
  readonly repeat: (seconds: number, plan: () => Work) => void;
  /** Rejects where the lanes can take nothing. */
  readonly readBacklog: () => Promise<Backlog>;
}

/** What there is to do. */
export interface Backlog {
  /** Jobs that could start, of lanes in which none runs, and how long ago the first of them could have. */
  readonly waiting: number;
  readonly oldestSeconds: number;
  /** Jobs that GitHub put off. */
  readonly putOff: number;
  readonly running: number;
  /** Given up, and kept for somebody to look into; 0 where lanes keep nothing. */
  readonly failed: number;
  /** Since a job of this process ended, however it did, or since its start. */
  readonly quietSeconds: number;
}

/** What a job may take. A database gives it to somebody else then. */
export const MAX_RUN_SECONDS = 900;

/**
 * Whether this process works no more: a job could have started for as long as one may take, and all that time it ended none. What GitHub
 * puts off does not wait in this sense, and a process that has much to do ends jobs all the while; so this does not come and go.
 */
export function isStuck({ oldestSeconds, quietSeconds }: Backlog): boolean {
  return Math.min(oldestSeconds, quietSeconds) > MAX_RUN_SECONDS;
}
