import { describe, expect, test } from '@jest/globals';
import { ApiTrouble } from '../../../src/adapters/github/api-trouble.ts';
import { readOtherDrafts } from '../../../src/adapters/github/read-other-drafts.ts';
import { defaultConfig } from '../../../src/config/defaults.ts';
import type { Trouble } from '../../../src/ports.ts';
import { toCommitSha } from '../../../src/shared/brand.ts';
import { createStubClient } from '../../support/stub-client.ts';

const repository = { installationId: 1, owner: 'ferris', repository: 'news' };
const head = toCommitSha('b'.repeat(40));
const moved = 'a'.repeat(40);
const known = 'c'.repeat(40);

function addDraft(change: object = {}) {
  const contents_url = `https://api.github.test/repos/ferris/news/contents/x?ref=${head}`;
  const filename = 'draft/2026-03-04-this-week-in-rust.md';
  return { filename, status: 'added', sha: known, changes: 1, patch: '@@ -0,0 +1 @@\n+x', contents_url, ...change };
}

/** Reads pull requests 1 and 2, of which the second adds a plain draft; returns the texts read of each and the requests. */
async function read(first: readonly object[] | Trouble) {
  const asked: string[] = [];
  const client = createStubClient({
    get: (_, { pull_number, page }) => {
      asked.push(`${String(pull_number)} page ${String(page)}`);
      if (pull_number === 2) return Promise.resolve([addDraft()]);
      return 'kind' in first ? Promise.reject(new ApiTrouble(first)) : Promise.resolve(first);
    },
    query: (_, { blob0, blob1 }) => {
      asked.push('texts');
      const toBlob = (name: unknown) => (name === known ? { text: 'x', isBinary: false, isTruncated: false } : null);
      return Promise.resolve({ repository: { blob0: toBlob(blob0), blob1: toBlob(blob1) } });
    },
  });
  const pulls = [1, 2].map((number) => ({ number, head, author: 'eve', state: 'open' as const }));
  const files = await readOtherDrafts(client, repository, { pulls, config: defaultConfig });
  return { counts: [...files].map(([number, { length }]) => `${number}: ${length}`), asked };
}

describe('a pull request with which something is wrong keeps nobody from the others', () => {
  test.each<[string, readonly object[] | Trouble, readonly string[]]>([
    ['it is not found', { kind: 'absent', reason: '404' }, ['1: 0', '2: 1']],
    ['its diff is too large', { kind: 'refused', reason: '422' }, ['1: 0', '2: 1']],
    ['a draft is no file, and nobody says so', [addDraft({ sha: 'd'.repeat(40), patch: undefined })], ['1: 0', '2: 1']],
    ['a draft has no text', [addDraft({ sha: null })], ['1: 0', '2: 1']],
    ['it has moved on', [addDraft({ contents_url: `https://github.test/x?ref=${moved}` })], ['2: 1']],
  ])('%s', async (_, first, counts) => {
    expect((await read(first)).counts).toEqual(counts);
  });
});

test('thousands of files cost one request, and five of them are read', async () => {
  const many = Array.from({ length: 100 }, (_, index) => addDraft({ filename: `draft/2026-03-04-${index}.md` }));
  expect(await read(many)).toEqual({ counts: ['1: 5', '2: 1'], asked: ['1 page 1', '2 page 1', 'texts'] });
});
