import { join } from 'node:path';
import { fromPglite, PgBoss } from 'pg-boss';
import { BOSS_OPTIONS, type Database } from './database.ts';
import { type FolderLock, lockFolder } from './lock-folder.ts';
import { describeStoreError, StoreProblem } from './store-problem.ts';

/**
 * PostgreSQL in this process, on files of a folder. PGlite itself does not notice that another process works on the same
 * files, and ruins them: hence the lock.
 */
export async function openPglite(folder: string): Promise<Database> {
  const lock = takeFolder(folder);
  // Hundreds of megabytes, for this mode alone.
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create(join(folder, 'data')).catch((error: unknown) => {
    lock.release();
    throw new StoreProblem(`${folder} cannot be opened: ${describeStoreError(error)}`, { cause: error });
  });
  const boss = new PgBoss({ ...BOSS_OPTIONS, db: fromPglite(pglite), backend: 'pglite' });
  return {
    query: async (text, values = []) => (await pglite.query<Record<string, unknown>>(text, [...values])).rows,
    transaction: (work) =>
      pglite.transaction((trx) =>
        work({
          executeSql: async (text, values) => ({ rows: (await trx.query<Record<string, unknown>>(text, values)).rows }),
        }),
      ),
    boss,
    close: async () => {
      await boss.stop({ graceful: false });
      await pglite.close();
      lock.release();
    },
  };
}

function takeFolder(folder: string): FolderLock {
  const lock = tryLock(folder);
  if (lock !== undefined) return lock;
  throw new StoreProblem(`another process works in ${folder}: stop it, or give this one another DATABASE_URL`);
}

function tryLock(folder: string): FolderLock | undefined {
  try {
    return lockFolder(folder);
  } catch (error) {
    const reason = String(error).replace(/^Error: /, '');
    throw new StoreProblem(`${folder} cannot be used (${reason}): DATABASE_URL has to name a folder to write to`, {
      cause: error,
    });
  }
}
