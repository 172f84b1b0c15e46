import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiTrouble } from '../../../src/adapters/github/api-trouble.ts';
import { RecentWords, toWord } from '../../../src/adapters/github/recent-words.ts';
import type { Database } from '../../../src/adapters/store/database.ts';
import { migrate } from '../../../src/adapters/store/migrate.ts';
import { openPglite } from '../../../src/adapters/store/open-pglite.ts';
import { createWordStore } from '../../../src/adapters/store/word-store.ts';
import { createFixedClock } from '../../support/fixed-clock.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { createPglite, type TestDatabase } from '../../support/open-test-database.ts';
import { snapshotOf } from '../../support/sample-snapshot.ts';

let place: TestDatabase;
let database: Database;
const { log, lines } = createMemoryLog();
beforeAll(async () => {
  place = await createPglite();
  database = await openPglite(place.url.slice('pglite:'.length));
  await migrate(database);
});
afterAll(async () => {
  await database.close();
  await place.remove();
});

const snapshot = snapshotOf([]);
const { spoken } = snapshot;

/** What a process knows that shares the database, and whether it believes an answer of GitHub's. */
function startProcess() {
  const recent = new RecentWords(createFixedClock(), createWordStore(database, log));
  return {
    tell: (body: string) => recent.tellerOf(snapshot.ref)([toWord('summary', body)], () => Promise.resolve()),
    believes: (...bodies: readonly string[]) =>
      recent.demand({ ...snapshot, spoken: { ...spoken, replies: bodies } }).then(
        () => true,
        (error: unknown) => !(error instanceof ApiTrouble && error.trouble.kind === 'behind'),
      ),
  };
}

test('what one process said, the others wait for, too, and for the last of its kind alone', async () => {
  const [one, other] = [startProcess(), startProcess()];
  await one.tell('first');
  expect([await other.believes(), await other.believes('first')]).toEqual([false, true]);
  await other.tell('second');
  expect([await one.believes('first'), await one.believes('second')]).toEqual([false, true]);
});

test('what is old, or of a program that said other things, is nothing to wait for', async () => {
  await startProcess().tell('first');
  await database.query(`update copydesk.recent_words set words = '[{"kind":"song"}]'`);
  expect(await startProcess().believes()).toBe(true);
  await startProcess().tell('first');
  await database.query(`update copydesk.recent_words set kept_at = now() - interval '2 minutes'`);
  expect(await startProcess().believes()).toBe(true);
});

test('without the database each process knows what it said itself', async () => {
  await database.query('alter table copydesk.recent_words rename to elsewhere');
  const one = startProcess();
  await one.tell('first');
  expect([await one.believes(), await startProcess().believes()]).toEqual([false, true]);
  expect(lines.join('')).toContain('could not be kept');
  await database.query('alter table copydesk.elsewhere rename to recent_words');
});
