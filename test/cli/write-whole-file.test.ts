// A draft or a .env that is written anew is there as a whole, as it was or as it shall be, whatever happens in between.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { writeWholeFile } from '../../src/cli/write-whole-file.ts';

let folder = '';
let draft = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-'));
  draft = join(folder, 'draft.md');
  writeFileSync(draft, 'as it was\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what cannot be written to its end leaves the file as it was', () => {
  const program = `
    const { writeWholeFile } = await import('./src/cli/write-whole-file.ts');
    await writeWholeFile(${JSON.stringify(draft)}, 'x'.repeat(100_000), 0o644);`;
  // No file of this process may become longer than a few blocks: what a full disk does to it.
  const limited = 'ulimit -f 8 && exec "$0" --input-type=module --eval "$1"';
  const { status } = spawnSync('sh', ['-c', limited, process.execPath, program], { encoding: 'utf8' });
  expect(status).not.toBe(0);
  expect(readFileSync(draft, 'utf8')).toBe('as it was\n');
});

test('a link stays a link, the mode is the one asked for, and nothing else is left behind', async () => {
  symlinkSync(draft, join(folder, 'link.md'));
  chmodSync(draft, 0o600);
  await writeWholeFile(join(folder, 'link.md'), 'as it shall be\n', 0o640);
  expect(readFileSync(draft, 'utf8')).toBe('as it shall be\n');
  expect(statSync(draft).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder)).toEqual(['draft.md', 'link.md']);
});

test('where there can be no such file nothing is left behind either', async () => {
  await expect(writeWholeFile(folder, 'x', 0o600)).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['draft.md']);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('whole-') && name.endsWith('.tmp'))).toEqual([]);
});
