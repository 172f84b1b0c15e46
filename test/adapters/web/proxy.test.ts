// With an egress proxy it is the proxy that looks names up; the web of the demo is one.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '../../../src/adapters/clock.ts';
import { createPages } from '../../../src/adapters/web/create-pages.ts';
import { type SampleWeb, startSampleWeb } from '../../../src/cli/demo/start-sample-web.ts';
import type { Pages } from '../../../src/ports/pages.ts';

let web: SampleWeb;
let pages: Pages;
const looked: string[] = [];

beforeAll(async () => {
  web = await startSampleWeb(new Date());
  pages = createPages({
    clock: systemClock,
    proxyUrl: web.proxyUrl,
    limits: { total: 3000, pause: 0 },
    guard: {
      resolve: async (host) => {
        looked.push(host);
        return Promise.resolve({ kind: 'unknown' });
      },
      dial: async () => Promise.reject(new Error('nothing is dialled')),
    },
  });
});
afterAll(async () => {
  await pages.close();
  await web.close();
});

test('http goes through it as it is, whatever the name', async () => {
  const facts = await pages.read('http://linkers.example/for-fun');
  expect(facts).toMatchObject({ kind: 'page', content: { titles: { heading: 'Writing a linker for fun' } } });
});

test('https is tunnelled, and its certificate is still checked here', async () => {
  expect(await pages.read('https://linkers.example/for-fun')).toMatchObject({ reason: 'certificate' });
});

test('a proxy that does not let us through is no fault of the link', async () => {
  expect(await pages.read('https://elsewhere.example/')).toMatchObject({ kind: 'unverified' });
});

test.each([['http://127.0.0.1/'], ['http://169.254.169.254/'], ['http://localhost/'], ['https://linkers.example:22/']])(
  '%s is not even asked of it',
  async (url) => {
    expect(await pages.read(url)).toMatchObject({ kind: 'refused' });
  },
);

test('we look no name up ourselves', () => {
  expect(looked).toEqual([]);
});
