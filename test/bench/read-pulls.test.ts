import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readPulls } from '../../bench/evaluate/read-pulls.ts';

test('a folder without the history is refused with what to do', async () => {
  await expect(readPulls('/no/such/folder')).rejects.toThrow(
    'cannot read /no/such/folder/pulls.jsonl; --data DIR says where the history is',
  );
});

test('a line that is no pull request is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-test-'));
  try {
    await writeFile(join(folder, 'pulls.jsonl'), '\n{"pr": 1}\n');
    await expect(readPulls(folder)).rejects.toThrow(`${folder}/pulls.jsonl:2: not a recorded pull request`);
    await writeFile(join(folder, 'pulls.jsonl'), 'pull request 1\n');
    await expect(readPulls(folder)).rejects.toThrow(`${folder}/pulls.jsonl:1: not a recorded pull request`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
