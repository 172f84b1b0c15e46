import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../../src/adapters/store/database.ts';
import { migrate } from '../../../src/adapters/store/migrate.ts';
import { openPglite } from '../../../src/adapters/store/open-pglite.ts';
import { createPageStore } from '../../../src/adapters/store/page-store.ts';
import type { PageStore, StoredPage } from '../../../src/ports/pages.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { createPglite, type TestDatabase } from '../../support/open-test-database.ts';

let place: TestDatabase;
let database: Database;
let store: PageStore;
const { log, lines } = createMemoryLog();
beforeAll(async () => {
  place = await createPglite();
  database = await openPglite(place.url.slice('pglite:'.length));
  await migrate(database);
  store = createPageStore(database, log);
});
afterAll(async () => {
  await database.close();
  await place.remove();
});

const moon = `https://ada.example/moon?${'long='.repeat(2000)}`;
const evidence = { url: moon, finalUrl: moon, isPermanent: true, status: 200, checkedAt: '2026-03-02T09:00:00.000Z' };
const content = {
  mediaType: 'text/html',
  titles: { openGraph: undefined, document: 'Moon \0 “and” Mars', heading: undefined, site: 'Ada' },
  ...{ canonical: undefined, language: 'en', detectedLanguage: undefined, medium: undefined, isFree: false },
  ...{ publishedOn: undefined, codeShare: 0.25, sample: 'Once' },
};
const page: StoredPage = {
  facts: { kind: 'page', evidence, content },
  validators: { etag: '"1"', lastModified: undefined },
};
const gone: StoredPage = {
  facts: { kind: 'unreachable', reason: 'gone', evidence: { ...evidence, status: 410 } },
  validators: { etag: undefined, lastModified: undefined },
};

test('what is kept comes back as it was, whatever the page says of itself', async () => {
  expect(await store.get(moon)).toBeUndefined();
  await store.set(moon, page);
  expect(await store.get(moon)).toEqual(page);
  await store.set(moon, gone);
  expect(await store.get(moon)).toEqual(gone);
});

test('another process finds it, and what is older than a month goes', async () => {
  await store.set(moon, page);
  await database.query("update copydesk.page set kept_at = now() - interval '31 days'");
  expect(await createPageStore(database, log).get(moon)).toEqual(page);
  await store.set('https://ada.example/mars', gone);
  expect(await store.get(moon)).toBeUndefined();
});

test('what a program of another time kept in another form is unknown', async () => {
  await store.set(moon, page);
  await database.query(`update copydesk.page set page = '{"facts":{"kind":"dream"}}'`);
  expect(await store.get(moon)).toBeUndefined();
});

test('without its table nothing is known or kept, no review fails, and the log says so', async () => {
  await database.query('drop table copydesk.page');
  await store.set(moon, page);
  expect(await store.get(moon)).toBeUndefined();
  expect(lines.join('')).toContain('Page facts could not be kept in the database, or found there');
});
