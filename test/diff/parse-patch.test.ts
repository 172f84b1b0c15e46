import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { parsePatch } from '../../src/diff/parse-patch.ts';
import type { Patch, PatchLine } from '../../src/diff/patch.ts';

/** One line of text for each line of the patch: old number, new number, kind, content. */
function show(patch: Patch): string {
  const showLine = (line: PatchLine): string => {
    const old = line.kind === 'added' ? '-' : line.oldLine;
    const now = line.kind === 'removed' ? '-' : line.newLine;
    return `${old} ${now} ${line.kind} ${showText(line.text)}${line.noNewline ? ' (no newline)' : ''}`;
  };
  return patch.hunks.map((hunk) => hunk.lines.map(showLine).join('\n')).join('\n--\n');
}

/** With everything but ASCII as numbers, so that the snapshots show what cannot be seen. */
function showText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function read(text: string): string {
  const patch = parsePatch(text);
  return typeof patch === 'string' ? patch : show(patch);
}

describe('a patch is read into hunks with numbered lines', () => {
  test('an item added between two others', () => {
    const patch = ['@@ -60,2 +60,3 @@ ### Rust Walkthroughs', ' * [A](a)', '+* [B](b)', ' * [C](c)'].join('\n');
    expect(read(patch)).toMatchInlineSnapshot(`
     "60 60 context "* [A](a)"
     - 61 added "* [B](b)"
     61 62 context "* [C](c)""
    `);
  });

  test('two hunks, the second behind a removed line', () => {
    const patch = ['@@ -1,2 +1 @@', ' one', '-two', '@@ -9 +8,2 @@', ' nine', '+ten'].join('\n');
    expect(read(patch)).toMatchInlineSnapshot(`
     "1 1 context "one"
     2 - removed "two"
     --
     9 8 context "nine"
     - 9 added "ten""
    `);
  });

  test('a last line that gains its line feed', () => {
    const patch = ['@@ -1 +1,2 @@', '-one', '\\ No newline at end of file', '+one', '+two'].join('\n');
    expect(read(patch)).toMatchInlineSnapshot(`
     "1 - removed "one" (no newline)
     - 1 added "one"
     - 2 added "two""
    `);
  });

  test('a new file without a line feed at its end', () => {
    expect(read('@@ -0,0 +1 @@\n+only\n\\ No newline at end of file')).toMatchInlineSnapshot(
      `"- 1 added "only" (no newline)"`,
    );
  });

  test('carriage returns, form feeds and Unicode line separators do not end a line', () => {
    const patch = '@@ -1,2 +1,2 @@\n-one\r\n+o\fn\u2028e\rx\r\n two\u0085';
    expect(read(patch)).toMatchInlineSnapshot(`
     "1 - removed "one\\r"
     - 1 added "o\\fn\\u2028e\\rx\\r"
     2 2 context "two\\u0085""
    `);
  });

  test('lines that look like headers or notes but are text', () => {
    const patch = ['@@ -1,2 +1,3 @@', ' @@ -1 +1 @@', '--- a/file', '++++ b/file', '+\\ No newline'].join('\n');
    expect(read(patch)).toMatchInlineSnapshot(`
     "1 1 context "@@ -1 +1 @@"
     2 - removed "-- a/file"
     - 2 added "+++ b/file"
     - 3 added "\\\\ No newline""
    `);
  });

  test('an empty context line whose blank was stripped, and a line feed at the end of the patch', () => {
    expect(read('@@ -1,2 +1,3 @@\n one\n\n+three\n')).toMatchInlineSnapshot(`
     "1 1 context "one"
     2 2 context ""
     - 3 added "three""
    `);
  });
});

describe('without hunks', () => {
  test.each([
    ['GitHub left it out: large, binary, or renamed without a change', undefined, 'missing'],
    ['an empty text: renamed without a change, an empty file', '', { hunks: [] }],
  ])('%s', (_, text, expected) => expect(parsePatch(text)).toEqual(expected));

  test.each([
    ['other text', 'Binary files differ'],
    ['a file header', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b'],
    ['fewer lines than the header says', '@@ -1,2 +1,2 @@\n one'],
    ['more lines than the header says', '@@ -1 +1 @@\n one\n two'],
    ['more removed lines than the header says', '@@ -1 +1,2 @@\n-one\n-two\n+one'],
    ['more added lines than the header says', '@@ -1,2 +1 @@\n+one\n+two\n-one\n-two'],
    ['a line of no known kind', '@@ -1 +1 @@\nxone'],
    ['a hunk without numbers', '@@ -a +b @@\n one'],
  ])('%s is unparsable', (_, text) => expect(parsePatch(text)).toBe('unparsable'));

  test('no text makes it throw', () => {
    const piece = fc.constantFrom(
      '@@ -1,2 +1,2 @@',
      '@@ -0,0 +1 @@',
      ' a',
      '+b',
      '-c',
      '\\ No newline',
      '\r',
      '',
      '\u2028',
    );
    const patch = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((rows) => rows.join('\n')),
    );
    fc.assert(fc.property(patch, (text) => ['object', 'string'].includes(typeof parsePatch(text))));
  });
});
