import type { Db, PgBoss } from 'pg-boss';

/** PostgreSQL, on a server or in a folder: all the rest of the program sees of it. */
export interface Database {
  /** One statement. */
  readonly query: (text: string, values?: readonly unknown[]) => Promise<Rows>;
  /** All of it or nothing; the queue takes part through `db`. */
  readonly transaction: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** Not started yet. */
  readonly boss: PgBoss;
  /** Ends what the queue does by itself, then the connections. */
  readonly close: () => Promise<void>;
}

/** Not read yet: each reader checks them with a schema of its own. */
export type Rows = readonly unknown[];

/** The queue's own tables. */
export const QUEUE_SCHEMA = 'copydesk_queue';

/** How pg-boss looks after its queues: what a dead process held is free again after a few seconds. */
export const BOSS_OPTIONS = {
  schema: QUEUE_SCHEMA,
  schedule: false,
  superviseIntervalSeconds: 2,
  monitorIntervalSeconds: 2,
  // pg-boss passes over lanes that were at work when it last looked; by default it remembers them for a minute.
  queueCacheIntervalSeconds: 1,
  // Nothing here depends on other jobs.
  flowIntervalSeconds: 3600,
} as const;
