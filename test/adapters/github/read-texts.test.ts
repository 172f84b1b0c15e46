import { expect, test } from '@jest/globals';
import type { InstallationClient } from '../../../src/adapters/github/installation-client.ts';
import { readTexts } from '../../../src/adapters/github/read-texts.ts';

const repository = { installationId: 1, owner: 'weekly', repository: 'letter' };

test('of thousands of full files only as many are read as fit into memory', async () => {
  const text = 'x'.repeat(400_000);
  let asked = 0;
  const refuse = (): Promise<never> => Promise.reject(new Error('not to be asked'));
  const client: InstallationClient = {
    get: refuse,
    send: refuse,
    mutate: refuse,
    readPermissions: refuse,
    query: (_, variables) => {
      const blobs = Object.keys(variables).filter((name) => name.startsWith('blob'));
      asked += blobs.length;
      const answer = { text, isBinary: false, isTruncated: false };
      return Promise.resolve({ repository: Object.fromEntries(blobs.map((blob) => [blob, answer])) });
    },
  };
  const names = Array.from({ length: 3_000 }, (_, index) => `id${index}`);
  const texts = await readTexts(client, repository, names);
  expect(asked).toBe(80);
  expect(texts.size).toBe(3_000);
  expect(texts.get('id79')).toEqual({ kind: 'text', text });
  expect(texts.get('id80')).toEqual({ kind: 'unreadable', reason: 'too-large' });
});
