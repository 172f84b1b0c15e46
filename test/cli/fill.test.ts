// `copydesk fill` on a draft that nobody has filled, with the embedded GitHub.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FillOptions, runFill } from '../../src/cli/fill/run-fill.ts';
import { startWeek, type Week } from '../adapters/github/sections/ask-github.ts';
import { createFixedClock } from '../support/fixed-clock.ts';

const DRAFT = 'draft/2026-03-04-news.md';
const text = `Title: News
Number: 1
Date: 2026-03-04
Category: News

## Crate of the Week

Words.

## Updates from the Rust Project

<!-- Rust updates go here -->

### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)

* [By hand](https://github.com/rust-lang/rfcs/pull/1)

## Upcoming Events

More words.
`;

let folder = '';
let week: Week;
beforeEach(async () => {
  week = await startWeek();
  const pulls = [1, 2].map((number) => ({ number, title: `feat: add ${number}`, mergedAt: '2026-03-01T00:00:00Z' }));
  await week.sandbox.people.tellOfMerged({ repo: 'rust-lang/cargo', pulls });
  folder = mkdtempSync(join(tmpdir(), 'fill-'));
  mkdirSync(join(folder, 'draft'));
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, DRAFT), text);
});
afterEach(async () => {
  await week.close();
  rmSync(folder, { recursive: true });
});

async function run(options: Partial<FillOptions>, token: string | undefined = week.token, apiUrl = week.sandbox.url) {
  let [output, complaint] = ['', ''];
  const code = await runFill(
    { draft: DRAFT, ...options },
    {
      folder,
      token,
      apiUrl,
      clock: createFixedClock('2026-03-03T20:00:00Z'),
      isTerminal: false,
      write: (part) => (output += part),
      complain: (part) => (complaint += part),
    },
  );
  return { code, output: output.replaceAll(week.sandbox.url, 'https://gh'), complaint };
}

test('prints what would change, and says what is left alone and why', async () => {
  const { code, output, complaint } = await run({ section: ['updates', 'approved-rfcs', 'new-rfcs'] });
  expect(code).toBe(0);
  expect(output.replace(/^=+\n/m, '')).toMatchInlineSnapshot(`
   "Index: draft/2026-03-04-news.md
   --- draft/2026-03-04-news.md
   +++ draft/2026-03-04-news.md
   @@ -10,6 +10,12 @@
    ## Updates from the Rust Project
    
   -<!-- Rust updates go here -->
   +2 pull requests were [merged in the last week][merged]
    
   +[merged]: https://github.com/search?q=is%3Apr+org%3Arust-lang+is%3Amerged+merged%3A2026-02-24..2026-03-03
   +
   +#### Cargo
   +* [add 1](https://gh/rust-lang/cargo/pull/1)
   +* [add 2](https://gh/rust-lang/cargo/pull/2)
   +
    ### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)
    
   "
  `);
  expect(complaint).toMatchInlineSnapshot(`
   "Approved RFCs: left as it is: somebody filled it (line 20).
   New and Updated RFCs: the draft has no such heading: add it, or switch the section off.
   "
  `);
  expect(readFileSync(join(folder, DRAFT), 'utf8')).toBe(text);
});

test('writes the draft, which then has nothing more to fill; all other bytes stay', async () => {
  expect(await run({ section: ['updates'], write: true })).toEqual({ code: 0, output: '', complaint: '' });
  const written = readFileSync(join(folder, DRAFT), 'utf8');
  expect(written.split('2 pull requests were')[0]).toBe(text.split('<!--')[0]);
  expect(written.slice(written.indexOf('\n### [Approved'))).toBe(text.slice(text.indexOf('\n### [Approved')));
  expect((await run({ section: ['updates'] })).complaint).toMatch(/somebody filled it.*\nNothing to fill\.\n/);
});

test('does not list again what an issue beside the draft lists', async () => {
  const earlier = '## Updates from the Rust Project\n* [x](https://github.com/rust-lang/cargo/pull/1)\n';
  writeFileSync(join(folder, 'content/2026-02-25-news.md'), earlier);
  for (let at = 1; at <= 6; at += 1) writeFileSync(join(folder, `content/2026-03-01-cover-${at}.png`), '');
  mkdirSync(join(folder, 'content/2026-02-26-images.md'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'content/2026-02-27-news.md'));
  const { output } = await run({ section: ['updates'] });
  expect(output).not.toContain('add 1');
  expect(output).toContain('add 2');
});

test('a draft in another encoding stays as it is, since it could not be written again', async () => {
  const latin1 = Buffer.from(text.replace('More words', 'Caf\u00E9'), 'latin1');
  writeFileSync(join(folder, DRAFT), latin1);
  const complaint = `copydesk fill: ${DRAFT} is no text in UTF-8: save it as such\n`;
  expect(await run({ write: true })).toEqual({ code: 2, output: '', complaint });
  expect(readFileSync(join(folder, DRAFT)).equals(latin1)).toBe(true);
});

test('begins where the issue before ended, be it two weeks ago', async () => {
  const pulls = [{ number: 7, title: 'new lint: `seven`', mergedAt: '2026-02-20T00:00:00Z' }];
  await week.sandbox.people.tellOfMerged({ repo: 'rust-lang/rust-clippy', pulls });
  expect((await run({ section: ['updates'] })).output).not.toContain('seven');
  writeFileSync(join(folder, 'content/2026-02-18-news.md'), '# News\n');
  expect((await run({ section: ['updates'] })).output).toContain('seven');
});

describe('one line says what to do', () => {
  test.each([
    ['a missing token', {}, '', /^copydesk fill: no token: set GITHUB_TOKEN .*\n$/],
    ['a token that is none', {}, 'a secret\nword', /^copydesk fill: GITHUB_TOKEN is no token: [^']*(?<!secret.*)\n$/],
    ['a missing draft', { draft: 'none.md' }, 'x', /^copydesk fill: cannot read none\.md \(no such file\)\n$/],
    ['a device', { draft: '/dev/zero' }, 'x', /^copydesk fill: cannot read \/dev\/zero \(it is no regular file\)\n$/],
    ['an unknown section', { section: ['news'] }, 'x', /^copydesk fill: no section news: there are .*updates.*\n$/],
    ['a wrong day', { date: '2026-02-30' }, 'x', /^copydesk fill: not a day: 2026-02-30; write YYYY-MM-DD\n$/],
    [
      'a token that GitHub does not know',
      {},
      'x',
      /^copydesk fill: GitHub does not know this token.*GITHUB_TOKEN.*\n$/,
    ],
  ])('about %s', async (_, options, token, complaint) => {
    expect(await run(options, token)).toEqual({ code: 2, output: '', complaint: expect.stringMatching(complaint) });
  });

  test('about a GITHUB_API_URL that is no address', async () => {
    const complaint = 'copydesk fill: GITHUB_API_URL is no http(s) address: github.example.com\n';
    expect(await run({}, 'x', 'github.example.com')).toEqual({ code: 2, output: '', complaint });
  });
});
