import type { Db } from 'pg-boss';
import { z } from 'zod';
import type { Database } from './database.ts';
import { type Migration, migrations } from './migrations.ts';
import { StoreProblem } from './store-problem.ts';

const versionSchema = z.array(z.object({ version: z.number() }));

/** Whatever number, as long as every process takes the same. */
const LOCK = 716_301_954;

/** Brings the tables to the newest version, whichever process comes first. Returns the version they had before. */
export function migrate(database: Database, steps: readonly Migration[] = migrations): Promise<number> {
  return database.transaction(async (db) => {
    await db.executeSql('select pg_advisory_xact_lock($1)', [LOCK]);
    const before = await readVersion(db);
    if (before > steps.length) {
      throw new StoreProblem(
        `the database is of a newer Copydesk (its tables have version ${before}, this program knows ${steps.length}): run that one`,
      );
    }
    for (const statement of steps.slice(before).flat()) await db.executeSql(statement);
    await db.executeSql('update copydesk.version set version = $1', [steps.length]);
    return before;
  });
}

async function readVersion(db: Db): Promise<number> {
  await db.executeSql('create schema if not exists copydesk');
  await db.executeSql('create table if not exists copydesk.version (version integer not null)');
  const [row] = versionSchema.parse((await db.executeSql('select version from copydesk.version')).rows);
  if (row !== undefined) return row.version;
  await db.executeSql('insert into copydesk.version (version) values (0)');
  return 0;
}
