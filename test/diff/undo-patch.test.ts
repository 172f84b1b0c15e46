import { createTwoFilesPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { parsePatch } from '../../src/diff/parse-patch.ts';
import type { Patch } from '../../src/diff/patch.ts';
import { undoPatch } from '../../src/diff/undo-patch.ts';
import { mutate, realisticDraft } from '../support/arbitrary-draft.ts';

function undo(head: string, text: string): string | undefined {
  const patch = parsePatch(text);
  if (typeof patch === 'string') throw new Error(patch);
  return undoPatch(head, patch);
}

describe('the text before a patch is recovered from the text after it', () => {
  test.each([
    ['a line added', 'a\nb\nc\n', '@@ -1,2 +1,3 @@\n a\n+b\n c', 'a\nc\n'],
    ['a line removed', 'a\nc\n', '@@ -1,3 +1,2 @@\n a\n-b\n c', 'a\nb\nc\n'],
    ['all lines removed', '', '@@ -1,2 +0,0 @@\n-a\n-b', 'a\nb\n'],
    ['a new file', 'a\n', '@@ -0,0 +1 @@\n+a', ''],
    ['a hunk without context', 'a\nb\nc\n', '@@ -1,0 +2 @@\n+b', 'a\nc\n'],
    ['the last line feed added', 'a\n', '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a', 'a'],
    ['the last line feed removed', 'a', '@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file', 'a\n'],
    ['no last line feed on either side', 'b\na', '@@ -1 +1,2 @@\n+b\n a\n\\ No newline at end of file', 'a'],
    ['line ends of Windows', 'a\r\nb\r\n', '@@ -1 +1,2 @@\n a\r\n+b\r', 'a\r\n'],
    ['nothing changed', 'a\n', '', 'a\n'],
  ])('%s', (_, head, patch, base) => expect(undo(head, patch)).toBe(base));
});

describe('a patch that does not fit gives nothing', () => {
  test.each([
    ['another context line', 'x\nb\nc\n', '@@ -1,2 +1,3 @@\n a\n+b\n c'],
    ['another added line', 'a\nx\nc\n', '@@ -1,2 +1,3 @@\n a\n+b\n c'],
    ['the right lines one line further down', '\na\nb\nc\n', '@@ -1,2 +1,3 @@\n a\n+b\n c'],
    ['a text that is too short', 'a\n', '@@ -7,2 +7,3 @@\n a\n+b\n c'],
    ['old numbers that do not add up', 'a\nb\nc\n', '@@ -2,2 +1,3 @@\n a\n+b\n c'],
    ['hunks in the wrong order', 'a\nb\nc\n', '@@ -2,0 +3 @@\n+c\n@@ -1,0 +2 @@\n+b'],
    ['hunks that overlap', 'a\na\n', '@@ -1 +1,2 @@\n a\n+a\n@@ -2 +2 @@\n a'],
    ['a line feed at the end that the patch denies', 'a\n', '@@ -0,0 +1 @@\n+a\n\\ No newline at end of file'],
    ['a missing line feed that the patch does not know', 'a', '@@ -0,0 +1 @@\n+a'],
    ['a missing line feed in the middle', 'b\na\n', '@@ -1,2 +1,2 @@\n-c\n\\ No newline at end of file\n+b\n a'],
  ])('%s', (_, head, patch) => expect(undo(head, patch)).toBeUndefined());
});

/** The patch between two texts, as GitHub would give it. */
function writePatch(base: string, head: string, context: number): string {
  const whole = createTwoFilesPatch('a', 'b', base, head, '', '', { context });
  const hunks = whole.indexOf('@@ ');
  return hunks === -1 ? '' : whole.slice(hunks);
}

test('undoing any patch of two texts gives the first of them', () => {
  const line = fc.constantFrom('', 'a', 'b', '+a', '-b', '\\ c', '@@ -1 +1 @@', 'a\r', 'a\u2028b', 'a\rb');
  const text = fc.tuple(fc.array(line, { maxLength: 12 }), fc.boolean()).map(([lines, isEnded]) => {
    const joined = lines.join('\n');
    return isEnded && joined !== '' ? `${joined}\n` : joined;
  });
  fc.assert(
    fc.property(text, text, fc.nat(3), (base, head, context) => {
      expect(undo(head, writePatch(base, head, context))).toBe(base);
    }),
  );
});

describe('a draft and its patch after some slips', () => {
  const runs = { numRuns: 150, seed: 5 };
  const edited = mutate(realisticDraft).chain((base) => fc.tuple(fc.constant(base), mutate(fc.constant(base))));

  test('give the draft before, whatever the slips', () => {
    fc.assert(
      fc.property(edited, ([base, head]) => expect(undo(head, writePatch(base, head, 3))).toBe(base)),
      runs,
    );
  });

  test('never throw, and a patch that was tampered with is refused or fits', () => {
    const tampered = edited.chain(([base, head]) =>
      fc.tuple(fc.constant(head), mutate(fc.constant(writePatch(base, head, 3)), 2)),
    );
    fc.assert(
      fc.property(tampered, ([head, text]) => {
        const patch = parsePatch(text);
        if (typeof patch === 'string') return;
        const base = undoPatch(head, patch);
        if (base !== undefined) expect(redo(base, patch)).toBe(head);
      }),
      runs,
    );
  });
});

/** Applies a patch to the text before it, which has to be what the patch says. */
function redo(base: string, { hunks }: Patch): string {
  const lines = [...(base.match(/[^\n]*\n|[^\n]+$/g) ?? [])];
  // From the last one on, so that the line numbers of those above stay right.
  for (const { oldStart, oldLines, lines: changes } of hunks.toReversed()) {
    const listSide = (own: 'added' | 'removed') =>
      changes
        .filter(({ kind }) => kind === 'context' || kind === own)
        .map(({ text, noNewline }) => (noNewline ? text : `${text}\n`));
    const from = oldLines === 0 ? oldStart : oldStart - 1;
    expect(lines.splice(from, oldLines, ...listSide('added'))).toEqual(listSide('removed'));
  }
  return lines.join('');
}
