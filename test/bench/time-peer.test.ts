import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparePeer } from '../../bench/bench/render-figures.ts';
import { timePeer } from '../../bench/bench/time-peer.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-peer-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What each checker's run came to, where the two are these shell scripts. */
async function tell(links: string, markdown: string): Promise<readonly string[]> {
  writeFileSync(join(folder, 'inspect_links.py'), links);
  writeFileSync(join(folder, 'inspect_markdown.py'), markdown);
  const runs = await timePeer({ folder, command: 'sh {file} {base}', checkout: folder, base: 'abc' }, 1);
  return runs.map(({ checker, failure }) => `${checker}: ${failure ?? 'ran'}`);
}

test('a checker that finds slips in the newsletter has run; one that breaks has not', async () => {
  expect(await tell('test "$1" = abc && exit 1; exit 3', 'exit 0')).toEqual([
    'inspect_links.py: ran',
    'inspect_markdown.py: ran',
  ]);
  expect(
    await tell(
      'echo "Traceback (most recent call last):" >&2; echo "ModuleNotFoundError: No module named bs4" >&2; exit 1',
      'exit 2',
    ),
  ).toEqual(['inspect_links.py: ModuleNotFoundError: No module named bs4', 'inspect_markdown.py: exit code 2']);
});

test('a missing checker is said', async () => {
  const runs = await timePeer({ folder: join(folder, 'none'), command: undefined, checkout: folder, base: 'abc' }, 1);
  expect(runs.map(({ failure }) => failure)).toEqual(['no such file', 'no such file']);
});

test('the ratio compares with both checkers together, and only if both ran', () => {
  const links = { checker: 'inspect_links.py', command: 'a', milliseconds: 300, failure: undefined };
  const markdown = { checker: 'inspect_markdown.py', command: 'b', milliseconds: 100, failure: undefined };
  expect(comparePeer(7, 10, [links, markdown])).toMatchObject({ milliseconds: 400, ratio: 0.025 });
  expect(comparePeer(7, 10, [links, { ...markdown, failure: 'exit code 2' }]).ratio).toBeUndefined();
});
