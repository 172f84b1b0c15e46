// The tables of every earlier version become those of today, with what was in them.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPglite } from '../../../src/adapters/store/open-pglite.ts';
import type { Database } from '../../../src/adapters/store/database.ts';
import { migrate } from '../../../src/adapters/store/migrate.ts';
import { migrations } from '../../../src/adapters/store/migrations.ts';
import { createPglite, type TestDatabase } from '../../support/open-test-database.ts';

let place: TestDatabase;
let database: Database;
beforeAll(async () => {
  place = await createPglite();
  database = await openPglite(place.url.slice('pglite:'.length));
});
afterAll(async () => {
  await database.close();
  await place.remove();
});

/** Rows as the version wrote them that first had their table; later versions add columns and lose none. */
const fills = [
  "insert into copydesk.delivery (id, received_at) values ('delivery-1', '2026-03-02T09:00:00Z')",
  "insert into copydesk.delivery (id, received_at, event) values ('delivery-2', '2026-03-02T09:00:01Z', 'push')",
  "insert into copydesk.page (key, page) values ('moon', '{}')",
  "insert into copydesk.past_week (newsletter, issue, manner, pack) values ('ferris/news', '2026-02-25', 'm', 'p')",
];

/** All that the tables hold, as today's program asks for it. */
async function readAll(): Promise<readonly unknown[]> {
  const asked = [
    'select id, received_at, event from copydesk.delivery order by id',
    'select key, page from copydesk.page',
    'select newsletter, issue, manner, pack from copydesk.past_week',
  ];
  const rows: unknown[] = [];
  for (const select of asked) rows.push(...(await database.query(select)));
  return rows;
}

const stored = [
  { id: 'delivery-1', received_at: new Date('2026-03-02T09:00:00Z'), event: 'unknown' },
  { id: 'delivery-2', received_at: new Date('2026-03-02T09:00:01Z'), event: 'push' },
  { key: 'moon', page: '{}' },
  { newsletter: 'ferris/news', issue: '2026-02-25', manner: 'm', pack: 'p' },
];

describe('migration', () => {
  const versions = Array.from({ length: migrations.length }, (_, index) => index + 1);
  test.each(versions)('from version %d keeps what was stored', async (version) => {
    await database.query('drop schema if exists copydesk cascade');
    expect(await migrate(database, migrations.slice(0, version))).toBe(0);
    for (const fill of fills.slice(0, version)) await database.query(fill);
    expect(await migrate(database)).toBe(version);
    expect(await readAll()).toEqual(stored.slice(0, version));
    expect(await migrate(database)).toBe(migrations.length);
  });

  test('leaves a database of a newer program alone, and says so', async () => {
    await migrate(database);
    await database.query('update copydesk.version set version = 99');
    await expect(migrate(database)).rejects.toThrow(
      /^the database is of a newer Copydesk \(its tables have version 99/,
    );
    await database.query(`update copydesk.version set version = ${migrations.length}`);
  });

  test('that fails changes nothing', async () => {
    await migrate(database);
    const broken = [...migrations, ['create table copydesk.half (id text)', 'no statement at all']];
    await expect(migrate(database, broken)).rejects.toThrow('syntax error at or near "no"');
    expect(await migrate(database)).toBe(migrations.length);
    expect(await database.query("select to_regclass('copydesk.half') as half")).toEqual([{ half: null }]);
  });
});
