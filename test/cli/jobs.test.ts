// `copydesk jobs`, as whoever looks after a server uses it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { FAILED_QUEUE, prepareQueues } from '../../src/adapters/queue/job-queue.ts';
import { type JobsOrder, runJobs } from '../../src/cli/jobs/run-jobs.ts';
import {
  createPglite,
  createPostgres,
  findPostgres,
  openTestDatabase,
  type TestDatabase,
} from '../support/open-test-database.ts';
import { workOf } from '../support/sample-work.ts';

let place: TestDatabase;
beforeAll(async () => {
  const server = await findPostgres();
  place = await (server === undefined ? createPglite() : createPostgres(server));
});
afterAll(() => place.remove());

async function ask(order: JobsOrder, url = place.url) {
  const lines: string[] = [];
  const code = await runJobs(order, url, { say: (line) => lines.push(line), complain: (line) => lines.push(line) });
  return { code, lines };
}

/** Something was given up: as the lanes leave it behind. */
async function giveUp(): Promise<string> {
  const database = await openTestDatabase(place.url);
  await prepareQueues(database.boss);
  const { lane, job } = workOf('1 ferris/news#1', 'delivery-1');
  const kept = { job, attempt: 3, since: '2026-03-02T09:00:00.000Z', reason: 'refused:\n422' };
  const id = await database.boss.send(FAILED_QUEUE, kept, { singletonKey: lane });
  await database.boss.stop({ graceful: false });
  await database.close();
  return id ?? 'none';
}

test('a job that was given up is shown, and tried again or forgotten when somebody says so; what is not there is told', async () => {
  const id = await giveUp();
  expect(await ask({ kind: 'list' })).toEqual({
    code: 0,
    lines: [
      `${id}  failed   2026-03-02T09:00:00.000Z  review  1 ferris/news#1  delivery-1  refused: 422`,
      '1 job, 1 of them given up',
    ],
  });
  expect(await ask({ kind: 'retry', ids: ['failed'] })).toEqual({
    code: 0,
    lines: ['1 job put into the queue again'],
  });
  const { lines } = await ask({ kind: 'list' });
  expect(lines[0]).toMatch(/ waiting .* review {2}1 ferris\/news#1 {2}delivery-1$/);
  const other = await giveUp();
  expect(await ask({ kind: 'drop', ids: ['b4d'] })).toEqual({
    code: 2,
    lines: ['copydesk jobs: no such job: b4d (copydesk jobs list shows what there is)'],
  });
  expect(await ask({ kind: 'drop', ids: [other] })).toEqual({ code: 0, lines: ['1 job dropped'] });
  expect((await ask({ kind: 'list' })).lines).toEqual(lines.slice(0, 1).concat('1 job, 0 of them given up'));
});

test.each<[string, string, RegExp]>([
  ['nowhere', '', /^copydesk jobs: DATABASE_URL is not set: only a server with a database keeps jobs/],
  [
    'a folder that is not there',
    'pglite:/nowhere/at/all',
    /^copydesk jobs: there is no database of Copydesk in \/nowhere\/at\/all, which/,
  ],
  ['an odd password', 'postgres://ada:a#b@127.0.0.1/none', /^copydesk jobs: DATABASE_URL must be an address: a # or/],
  ['no database', 'mysql://127.0.0.1/none', /^copydesk jobs: DATABASE_URL must be postgres:/],
  [
    'a server that is away',
    'postgres://127.0.0.1:1/none',
    /^copydesk jobs: the database does not answer \(ECONNREFUSED\)$/,
  ],
])('%s keeps no jobs, in one line', async (_, url, line) => {
  const { code, lines } = await ask({ kind: 'list' }, url);
  expect([code, lines.length]).toEqual([2, 1]);
  expect(lines[0]).toMatch(line);
  expect(existsSync('/nowhere')).toBe(false);
});
