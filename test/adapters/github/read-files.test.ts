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
function read(...entries: readonly object[]) {
  const never = () => Promise.reject(new Error('not asked'));
  const client: InstallationClient = {
    get: () => Promise.resolve(entries),
    query: never,
    send: never,
    mutate: never,
    readPermissions: never,
  };
  return readFiles(client, ref);
}

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
