import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parsePatch } from '../../src/diff/parse-patch.ts';
import { undoPatch } from '../../src/diff/undo-patch.ts';

const bundle = fileURLToPath(new URL('../../../shared/data/newsletter.bundle', import.meta.url));
const isThere = existsSync(bundle);
// Jest keeps the console of a file that it skips to itself.
if (!isThere)
  process.stdout.write('Skipped: patches of real pull requests (newsletter.bundle) are not in ../shared/data.\n');

/** One file of a pull request as git shows it. */
interface FilePatch {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly patch: string;
}

let folder = '';
const git = (args: readonly string[], input = ''): Buffer =>
  execFileSync('git', ['-C', folder, ...args], { input, maxBuffer: 2 ** 30, stdio: ['pipe', 'pipe', 'pipe'] });

function readPatches(refs: string): readonly FilePatch[] {
  const commits = git(['for-each-ref', '--format=%(objectname)', refs]).toString();
  const output = git(['diff-tree', '--stdin', '-r', '-p', '-M', '--full-index', '--root'], commits).toString();
  return output.split(/^diff --git /m).flatMap((section) => {
    const index = /^index ([0-9a-f]{40})\.\.([0-9a-f]{40})/m.exec(section);
    const hunks = section.indexOf('\n@@ ');
    if (index === null || hunks === -1) return [];
    const isLast = /\n[0-9a-f]{40}\n$/.exec(section);
    const patch = section.slice(hunks + 1, isLast === null ? undefined : isLast.index);
    return [{ name: section.split('\n', 1)[0] ?? '', before: index[1] ?? '', after: index[2] ?? '', patch }];
  });
}

function readBlobs(ids: readonly string[]): ReadonlyMap<string, string> {
  const present = ids.filter((id) => !/^0+$/.test(id));
  const output = git(['cat-file', '--batch'], present.join('\n') + '\n');
  const blobs = new Map<string, string>([['0'.repeat(40), '']]);
  let at = 0;
  for (const id of present) {
    const end = output.indexOf('\n', at);
    const size = Number(output.toString('latin1', at, end).split(' ')[2]);
    blobs.set(id, output.toString('utf8', end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return blobs;
}

(isThere ? describe : describe.skip)('patches of the first push of every real pull request', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-diff-'));
    execFileSync('git', ['clone', '--quiet', '--bare', bundle, folder], { stdio: 'pipe' });
    git(['fetch', '--quiet', bundle, 'refs/pull/*:refs/pull/*']);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are read, and undone on the text after give the text before', () => {
    const patches = readPatches('refs/pull/*/first');
    const blobs = readBlobs([...new Set(patches.flatMap(({ before, after }) => [before, after]))]);
    const wrong = patches.filter(({ before, after, patch }) => {
      const parsed = parsePatch(patch.replace(/\n$/, ''));
      return typeof parsed === 'string' || undoPatch(blobs.get(after) ?? '', parsed) !== blobs.get(before);
    });
    expect(patches.length).toBeGreaterThan(2_567);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});
