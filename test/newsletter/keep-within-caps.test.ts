import { describe, expect, test } from '@jest/globals';
import { caps, findOverCap } from '../../src/newsletter/caps.ts';
import type { ChangedFile } from '../../src/newsletter/changed-file.ts';
import { keepWithinCaps } from '../../src/newsletter/keep-within-caps.ts';
import { changedDraft } from '../support/changed-draft.ts';

function file(name: string, head: string | undefined, base?: string): ChangedFile {
  return changedDraft(`draft/${name}.md`, base, head);
}

function tell(files: readonly ChangedFile[]) {
  const { files: kept, left } = keepWithinCaps(files);
  return { kept: kept.map(({ path }) => path), left: left.map(({ path, reason }) => `${path} ${reason}`) };
}

describe('all files of a pull request together', () => {
  const lines = '* x\n'.repeat(caps.pullLines / 5);

  test('hundreds of full files are judged as far as memory lasts, and the others are told', () => {
    const { kept, left } = tell(Array.from({ length: 300 }, (_, index) => file(`${index}`, lines)));
    expect(kept).toHaveLength(4);
    expect(left).toHaveLength(296);
    expect(left.at(-1)).toBe('draft/299.md too-many-files');
  });

  test('both sides of a file count, and few lines that are long', () => {
    const both = ['a', 'b', 'c'].map((name) => file(name, lines, lines));
    expect(tell(both).left).toEqual(['draft/c.md too-many-files']);
    const long = `${'x'.repeat(9_000)}\n`.repeat(25);
    expect(tell(Array.from({ length: 9 }, (_, index) => file(`${index}`, long))).left).toEqual([
      'draft/8.md too-many-files',
    ]);
  });

  test('a small file finds room behind a large one', () => {
    const large = ['a', 'b', 'c'].map((name) => file(name, lines, lines));
    expect(tell([...large, file('d', 'x')])).toEqual({
      kept: ['draft/a.md', 'draft/b.md', 'draft/d.md'],
      left: ['draft/c.md too-many-files'],
    });
  });

  test('a file that is too large by itself takes no room, and hears so', () => {
    const full = file('a', lines.repeat(4));
    const both = ['b', 'c'].map((name) => file(name, lines, lines));
    expect(tell([full, ...both])).toEqual({ kept: ['draft/a.md', 'draft/b.md', 'draft/c.md'], left: [] });
    expect(findOverCap(full.path, full.head ?? '')?.reason).toBe('too-large');
  });

  test('one file within its own bounds always fits', () => {
    const largest = '*\n'.repeat(caps.lines - 1);
    expect(tell([file('a', largest, largest)]).left).toEqual([]);
    const longest = 'x'.repeat(caps.characters);
    expect(tell([file('a', longest, longest)]).left).toEqual([]);
  });
});
