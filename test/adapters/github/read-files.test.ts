import { describe, expect, test } from '@jest/globals';
import { chooseFiles, readFiles } from '../../../src/adapters/github/read-files.ts';
import { defaultConfig } from '../../../src/config/defaults.ts';
import { createStubClient } from '../../support/stub-client.ts';

const head = 'b'.repeat(40);
const old = 'a'.repeat(40);
const ref = { installationId: 1, owner: 'ferris', repository: 'news', number: 7 };

function listed(filename: string, status: string, commit: string) {
  const contents_url = `https://api.github.test/repos/ferris/news/contents/${filename}?ref=${commit}`;
  return { filename, status, sha: 'c'.repeat(40), changes: 1, contents_url };
}

/** What is read of a pull request with these files. */
async function read(...entries: readonly object[]) {
  return (await readPaged(() => entries)).list;
}

/** What is read of a pull request whose list GitHub gives in pages, and how many were asked for. */
async function readPaged(getPage: (page: number) => readonly object[]) {
  let requests = 0;
  const client = createStubClient({
    get: (_, { page }) => {
      requests += 1;
      return Promise.resolve(getPage(Number(page)));
    },
  });
  return { list: await readFiles(client, ref), asked: () => requests };
}

describe('a list of many files', () => {
  const files = Array.from({ length: 3101 }, (_, index) => listed(`${index}.md`, 'added', head));

  test.each([
    [99, 'one request', 1, 99],
    [100, 'a second request that finds nothing', 2, 100],
    [101, 'two requests', 2, 101],
    [3101, 'as many as GitHub lists', 30, 3000],
  ])('of %d takes %s', async (count, _, requests, expected) => {
    const { list, asked } = await readPaged((page) => files.slice(0, count).slice(100 * (page - 1), 100 * page));
    expect([asked(), list.entries.length]).toEqual([requests, expected]);
    expect(list.entries).toEqual(files.slice(0, expected));
  });

  test('keeps the patches of all that fit into memory, as if GitHub had left out the others', async () => {
    const patches = [2_000_000, 600_000, 500_000, 1].map((length) => '+'.repeat(length));
    const patched = patches.map((patch, index) => ({ ...listed(`${index}.md`, 'modified', head), patch }));
    const { entries } = await read(...patched);
    expect(entries.map(({ patch }) => patch?.length)).toEqual([2_000_000, undefined, 500_000, undefined]);
  });

  test('that shrinks while it is read ends where GitHub ends it', async () => {
    const { list } = await readPaged((page) => (page === 1 ? files.slice(0, 100) : []));
    expect(list).toMatchObject({ head, isTooLarge: false });
  });
});

describe('what a file of the list is to the newsletter', () => {
  const moved = { previous_filename: 'draft/b.md' };
  test.each<[string, string, object, readonly string[]]>([
    ['added', 'draft/a.md', {}, ['added draft/a.md']],
    ['copied', 'draft/a.md', moved, ['added draft/a.md']],
    ['modified', 'draft/a.md', {}, ['changed draft/a.md']],
    ['modified', 'draft/a.md', { changes: 0 }, ['changed draft/a.md']],
    ['changed', 'draft/a.md', { changes: 0 }, ['same draft/a.md']],
    ['unchanged', 'draft/a.md', {}, ['same draft/a.md']],
    ['removed', 'draft/a.md', {}, ['removed draft/a.md']],
    ['renamed', 'draft/a.md', { ...moved, changes: 0 }, ['same draft/a.md, was draft/b.md']],
    ['renamed', 'draft/a.md', { ...moved, patch: '@@' }, ['changed draft/a.md, was draft/b.md']],
    ['renamed', 'elsewhere/a.md', moved, ['removed draft/b.md']],
    ['renamed', 'elsewhere/a.md', { previous_filename: 'elsewhere/b.md' }, []],
    ['added', 'elsewhere/a.md', moved, []],
  ])('%s %s %j', async (status, filename, more, expected) => {
    const list = await read({ ...listed(filename, status, head), ...more });
    const told = chooseFiles(list, defaultConfig).map(
      ({ kind, path, previousPath }) => `${kind} ${path}${previousPath === undefined ? '' : `, was ${previousPath}`}`,
    );
    expect(told).toEqual(expected);
  });
});

describe('the head commit that a list of files was made for', () => {
  test.each([
    ['stands in the address of a file', [listed('README.md', 'modified', head)], head],
    [
      'does not stand in that of a removed file, which leads to what it was',
      [listed('A.md', 'removed', old), listed('README.md', 'modified', head)],
      head,
    ],
    ['is not told where nothing but removed files is listed', [listed('A.md', 'removed', old)], undefined],
    ['is not told by an empty list', [], undefined],
  ])('%s', async (_, entries, expected) => {
    expect((await read(...entries)).head).toBe(expected);
  });
});
