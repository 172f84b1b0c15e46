import { join } from 'node:path';
import { fromPglite, PgBoss } from 'pg-boss';
import { BOSS_OPTIONS, type Database } from './database.ts';
import { lockFolder } from './lock-folder.ts';
import { StoreProblem } from './store-problem.ts';

/**
 * PostgreSQL in this process, on files of a folder. PGlite itself does not notice that another process works on the same
 * files, and ruins them: hence the lock.
 */
export async function openPglite(folder: string): Promise<Database> {
  const lock = lockFolder(folder);
  if (lock === undefined) {
    throw new StoreProblem(`another process works in ${folder}: stop it, or give this one another DATABASE_URL`);
  }
  // Hundreds of megabytes, for this mode alone.
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create(join(folder, 'data'));
  return {
    kind: 'pglite',
    query: async (text, values = []) => (await pglite.query<Record<string, unknown>>(text, [...values])).rows,
    transaction: (work) =>
      pglite.transaction((trx) =>
        work({
          executeSql: async (text, values) => ({ rows: (await trx.query<Record<string, unknown>>(text, values)).rows }),
        }),
      ),
    boss: new PgBoss({ ...BOSS_OPTIONS, db: fromPglite(pglite), backend: 'pglite' }),
    close: async () => {
      await pglite.close();
      lock.release();
    },
  };
}
