// Past weeks are kept alike in memory and in a database.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createMemoryWeeks } from '../../../src/adapters/past/memory-weeks.ts';
import type { Database } from '../../../src/adapters/store/database.ts';
import { migrate } from '../../../src/adapters/store/migrate.ts';
import { createPastWeekStore } from '../../../src/adapters/store/past-week-store.ts';
import type { PastWeekStore } from '../../../src/ports/past-weeks.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { listDatabases, openTestDatabase, type TestDatabase } from '../../support/open-test-database.ts';

function week(issue: string, manner = 'm', pack = `pack of ${issue}`) {
  return { issue, manner, pack };
}

function tellOf(create: () => PastWeekStore): void {
  test('a week comes back as it was kept, a newer one in its place, and each newsletter has its own', async () => {
    const store = create();
    expect(await store.list('ferris/news')).toEqual([]);
    for (const one of [week('2026-02-18'), week('2026-02-25'), week('2026-02-25', 'n', 'new')]) {
      expect(await store.keep('ferris/news', one)).toBe(true);
    }
    await store.keep('ada/news', week('2026-02-25'));
    const listed = [
      { issue: '2026-02-18', manner: 'm' },
      { issue: '2026-02-25', manner: 'n' },
    ];
    expect(new Set(await store.list('ferris/news'))).toEqual(new Set(listed));
    expect(await store.read('ferris/news', ['2026-02-25', '2026-03-04'])).toEqual([week('2026-02-25', 'n', 'new')]);
  });

  test('what is older than a day is forgotten', async () => {
    const store = create();
    for (const issue of ['2026-02-11', '2026-02-18', '2026-02-25']) await store.keep('grace/news', week(issue));
    await store.forget('grace/news', '2026-02-18');
    expect((await store.list('grace/news'))?.map(({ issue }) => issue).toSorted()).toEqual([
      '2026-02-18',
      '2026-02-25',
    ]);
  });
}

describe('in memory', () => {
  tellOf(() => createMemoryWeeks(2));

  test('memory takes no more newsletters than it has room for, and forgets none for another', async () => {
    const store = createMemoryWeeks(2);
    const kept = [];
    for (const name of ['a/a', 'b/b', 'c/c', 'a/a']) kept.push(await store.keep(name, week('2026-02-25', 'm', name)));
    expect(kept).toEqual([true, true, false, true]);
    expect(await store.read('b/b', ['2026-02-25'])).toHaveLength(1);
  });

  test('memory takes no more than a year of one newsletter; a week that it knows is replaced', async () => {
    const store = createMemoryWeeks(1);
    const issues = Array.from({ length: 53 }, (_, index) => `issue ${index}`);
    const kept = [];
    for (const issue of [...issues, 'one more', 'issue 7']) kept.push(await store.keep('a/a', week(issue)));
    expect(kept).toEqual([...issues.map(() => true), false, true]);
    expect(await store.list('a/a')).toHaveLength(53);
  });
});

describe.each(await listDatabases())('in %s', (_, make) => {
  let place: TestDatabase;
  let database: Database;
  const { log, lines } = createMemoryLog();
  beforeAll(async () => {
    place = await make();
    database = await openTestDatabase(place.url);
    await migrate(database);
  });
  afterAll(async () => {
    await database.close();
    await place.remove();
  });

  tellOf(() => createPastWeekStore(database, log));

  test('without its table nothing is known or kept, and it is known that it is not', async () => {
    const store = createPastWeekStore(database, log);
    await database.query('drop table copydesk.past_week');
    expect(await store.keep('ferris/news', week('2026-02-25'))).toBe(false);
    expect(await store.list('ferris/news')).toBeUndefined();
    expect(await store.read('ferris/news', ['2026-02-25'])).toEqual([]);
    expect(lines.join('')).toContain('Past weeks could not be kept in the database, or found there');
  });
});
