import { describe, expect, test } from '@jest/globals';
import { restoreFiles } from '../../src/handlers/restore-files.ts';
import type { FileSnapshot, FileText, GitHub } from '../../src/ports.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { idleGitHub } from '../support/idle-deps.ts';
import { snapshotOf } from '../support/sample-snapshot.ts';

const path = toRepositoryPath('draft/one.md');
const text = (content: string): FileText => ({ kind: 'text', text: content });

/** A file of a pull request, changed from `a` and `b` to `a` and `c` unless told otherwise. */
function file(fields: Partial<FileSnapshot> = {}): FileSnapshot {
  const patch = '@@ -1,2 +1,2 @@\n a\n-b\n+c\n';
  const names = { path, previousPath: undefined, role: 'draft', previousRole: undefined } as const;
  return { ...names, kind: 'changed', patch, text: text('a\nc\n'), ...fields };
}

/** Base and head of each file, and what GitHub was asked for. */
async function restore(one: FileSnapshot, atMergeBase: Readonly<Record<string, FileText>> = {}) {
  const asked: string[] = [];
  const github: GitHub = {
    ...idleGitHub,
    readBaseTexts: (_, paths) => {
      asked.push(...paths);
      const found = paths.flatMap((name) => {
        const known = atMergeBase[name];
        return known === undefined ? [] : [[name, known] as const];
      });
      return Promise.resolve({ ok: true, value: new Map(found) });
    },
  };
  const restored = await restoreFiles(snapshotOf([one]), github);
  if (!restored.ok) return restored.trouble;
  const { files, unreadable } = restored.value;
  return {
    texts: files.map(({ base, head }) => [base, head]),
    unreadable: unreadable.map(({ reason }) => reason),
    asked,
  };
}

describe('both texts of a changed file', () => {
  test('the base is the head with the patch undone; nothing more is asked', async () => {
    expect(await restore(file())).toEqual({ texts: [['a\nb\n', 'a\nc\n']], unreadable: [], asked: [] });
  });

  test('a new file has no base, a removed one no head', async () => {
    const added = file({ kind: 'added', patch: '@@ -0,0 +1,2 @@\n+a\n+c\n' });
    expect(await restore(added)).toMatchObject({ texts: [[undefined, 'a\nc\n']] });
    const removed = file({ kind: 'removed', patch: '@@ -1,2 +0,0 @@\n-a\n-c\n' });
    expect(await restore(removed)).toMatchObject({ texts: [['a\nc\n', undefined]], asked: [] });
  });

  test('a file that only moved has the same text on both sides', async () => {
    const moved = file({ kind: 'same', patch: undefined, previousPath: toRepositoryPath('draft/old.md') });
    expect(await restore(moved)).toEqual({ texts: [['a\nc\n', 'a\nc\n']], unreadable: [], asked: [] });
  });

  test.each([
    ['is missing', undefined],
    ['does not fit the head', '@@ -1,2 +1,2 @@\n a\n-b\n+d\n'],
    ['is no patch', 'Binary files differ'],
  ])('GitHub is asked for the base where the patch %s', async (_, patch) => {
    const restored = await restore(file({ patch }), { 'draft/one.md': text('a\nb\n') });
    expect(restored).toEqual({ texts: [['a\nb\n', 'a\nc\n']], unreadable: [], asked: ['draft/one.md'] });
  });

  test('the base of a renamed file is asked for by its old name', async () => {
    const renamed = file({ patch: undefined, previousPath: toRepositoryPath('draft/old.md') });
    expect(await restore(renamed, { 'draft/old.md': text('b\n') })).toMatchObject({ texts: [['b\n', 'a\nc\n']] });
  });

  test('a text that GitHub does not give makes the file unreadable, on either side', async () => {
    const large: FileText = { kind: 'unreadable', reason: 'too-large' };
    const head = await restore(file({ text: large, patch: undefined }));
    expect(head).toEqual({ texts: [], unreadable: ['too-large'], asked: [] });
    const base = await restore(file({ patch: undefined }), { 'draft/one.md': large });
    expect(base).toMatchObject({ texts: [], unreadable: ['too-large'] });
  });

  test('text that reads like a reason is a text', async () => {
    expect(await restore(file({ kind: 'added', text: text('too-large') }))).toMatchObject({
      texts: [[undefined, 'too-large']],
    });
  });

  test('of more and larger files than memory holds some are left out, and told', async () => {
    const lines = text('* x\n'.repeat(4_000));
    const full = Array.from({ length: 50 }, (_, index) =>
      file({ kind: 'added', path: toRepositoryPath(`draft/${index}.md`), text: lines }),
    );
    const restored = await restoreFiles(snapshotOf(full), idleGitHub);
    if (!restored.ok) throw new Error('nothing is asked');
    expect(restored.value.files).toHaveLength(4);
    expect(restored.value.unreadable).toHaveLength(46);
  });
});
