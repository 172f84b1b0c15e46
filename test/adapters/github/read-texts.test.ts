import { expect, test } from '@jest/globals';
import { readTexts, type ReadTextsOptions } from '../../../src/adapters/github/read-texts.ts';
import { createStubClient } from '../../support/stub-client.ts';

const repository = { installationId: 1, owner: 'weekly', repository: 'letter' };

/** What is read of so many files that all say this, how many of them were asked for, and how many at once. */
async function read(count: number, text: string, options: ReadTextsOptions = {}) {
  const queries: number[] = [];
  const client = createStubClient({
    query: (_, variables) => {
      const blobs = Object.keys(variables).filter((name) => name.startsWith('blob'));
      queries.push(blobs.length);
      const answer = { text, isBinary: false, isTruncated: false };
      return Promise.resolve({ repository: Object.fromEntries(blobs.map((blob) => [blob, answer])) });
    },
  });
  const names = Array.from({ length: count }, (_, index) => `id${index}`);
  return { texts: await readTexts(client, repository, names, options), queries };
}

test('of thousands of full files only as many are read as fit into memory, few at once', async () => {
  const text = 'x'.repeat(200_000);
  const { texts, queries } = await read(3_000, text);
  expect(queries).toEqual([8, 8]);
  expect(texts.size).toBe(3_000);
  expect(texts.get('id15')).toEqual({ kind: 'text', text });
  expect(texts.get('id16')).toEqual({ kind: 'unreadable', reason: 'too-many-files' });
});

test('what was read before counts, and is among the texts', async () => {
  const full = { kind: 'text', text: 'x'.repeat(2_500_001) } as const;
  const { texts, queries } = await read(9, 'y', { known: new Map([['before', full]]) });
  expect(queries).toEqual([]);
  expect(texts.get('before')).toBe(full);
  expect(texts.get('id8')).toEqual({ kind: 'unreadable', reason: 'too-many-files' });
});

test('more are asked for at once where nobody is a stranger', async () => {
  expect((await read(41, 'y', { atOnce: 40 })).queries).toEqual([40, 1]);
});
