import { describe, expect, test } from '@jest/globals';
import type { InstallationClient } from '../../../src/adapters/github/installation-client.ts';
import { readFiles } from '../../../src/adapters/github/read-files.ts';

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
  const never = () => Promise.reject(new Error('not asked'));
  const client: InstallationClient = {
    get: (_, { page }) => {
      requests += 1;
      return Promise.resolve(getPage(Number(page)));
    },
    query: never,
    send: never,
    mutate: never,
    readPermissions: never,
  };
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

  test('that shrinks while it is read ends where GitHub ends it', async () => {
    const { list } = await readPaged((page) => (page === 1 ? files.slice(0, 100) : []));
    expect(list).toMatchObject({ head, isTooLarge: false });
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
