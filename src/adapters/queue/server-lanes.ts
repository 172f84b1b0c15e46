import type { Lanes } from '../../ports.ts';
import type { Work } from '../../ports/job.ts';

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
  /** Jobs whose time has come, and how long the first of them has waited. */
  readonly waiting: number;
  readonly oldestSeconds: number;
  /** Jobs that GitHub put off. */
  readonly putOff: number;
  readonly running: number;
  /** Given up, and kept for somebody to look into; 0 where lanes keep nothing. */
  readonly failed: number;
}
