import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../ports.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { describeStoreError, isHopeless, StoreProblem } from './store-problem.ts';

export interface OpenOptions {
  /** `postgres://…`, or `pglite:` and a folder. */
  readonly url: string;
  readonly log: Log;
  /** How long to wait for a server that is away. */
  readonly patienceMilliseconds: number;
}

const PAUSE = 2000;

/** The database with its tables and its queue ready. Rejects with a `StoreProblem` that says what to do. */
export async function openDatabase({ url, log, patienceMilliseconds }: OpenOptions): Promise<Database> {
  const database = await connect(url, log);
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    try {
      await migrate(database);
      await database.boss.start();
      return database;
    } catch (error) {
      if (error instanceof StoreProblem || isHopeless(error) || Date.now() >= deadline) {
        await database.close();
        throw error instanceof StoreProblem ? error : new StoreProblem(describeStoreError(error), { cause: error });
      }
      log.warn({ trouble: describeStoreError(error) }, 'Waiting for the database');
      await wait(PAUSE);
    }
  }
}

async function connect(url: string, log: Log): Promise<Database> {
  const database = await load(url, (error) => {
    log.warn({ trouble: describeStoreError(error) }, 'A connection to the database broke');
  });
  // Without a listener an error of its background work would end the process.
  database.boss.on('error', (error) => log.warn({ trouble: describeStoreError(error) }, 'The queue stumbled'));
  return database;
}

/** Each mode loads its own driver alone. */
async function load(url: string, onError: (error: unknown) => void): Promise<Database> {
  if (url.startsWith('pglite:')) return (await import('./open-pglite.ts')).openPglite(url.slice('pglite:'.length));
  return (await import('./open-postgres.ts')).openPostgres(url, onError);
}
