import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../support/apply-edits.ts';
import type { TextEdit } from '../../src/findings/finding.ts';

/** `line:column-column` or `line:column-line:column`, and the new text. */
function edit(place: string, text: string): TextEdit {
  const [startLine = 1, startColumn = 1, ...end] = place.split(/[:-]/).map(Number);
  const [endLine, endColumn] = end.length === 2 ? end : [startLine, ...end];
  return { startLine, startColumn, endLine: endLine ?? startLine, endColumn: endColumn ?? startColumn, text };
}

describe('edits splice a text', () => {
  test.each([
    ['replacing a span', 'one two\n', [edit('1:5-8', '2')], 'one 2\n'],
    ['inserting at a point', 'one\n', [edit('1:1-1', '* ')], '* one\n'],
    ['removing a line with its end', 'a\nb\nc\n', [edit('2:1-3', '')], 'a\nc\n'],
    ['removing up to the next line', 'a\nb\nc\n', [edit('2:1-3:1', '')], 'a\nc\n'],
    ['over several lines', 'ab\ncd\nef\n', [edit('1:2-3:2', '-')], 'a-f\n'],
    ['in any order', 'a b\n', [edit('1:3-4', 'B'), edit('1:1-2', 'A')], 'A B\n'],
    ['columns count UTF-16 units', '😀 x\n', [edit('1:4-5', 'y')], '😀 y\n'],
    ['line ends of Windows stay', 'a\r\nb\r\n', [edit('2:1-2', 'B')], 'a\r\nB\r\n'],
    ['a lone carriage return or U+2028 ends no line', 'a\rb\u2028c\nd', [edit('2:1-2', 'D')], 'a\rb\u2028c\nD'],
    ['behind the end', 'a', [edit('9:9-9', 'b')], 'ab'],
    ['before the beginning', 'a', [edit('0:1-1', 'b')], 'ba'],
    ['none', 'a\n', [], 'a\n'],
  ])('%s', (_, text, edits, expected) => expect(applyEdits(text, edits)).toBe(expected));
});

describe('edits that meet', () => {
  test.each([
    ['side by side, both are applied', [edit('1:1-3', 'A'), edit('1:3-5', 'B')], 'ABef'],
    ['insertions at one point keep their order', [edit('1:3-3', 'x'), edit('1:3-3', 'y')], 'abxycdef'],
    [
      'an insertion at either edge of a replacement',
      [edit('1:3-5', 'X'), edit('1:3-3', '<'), edit('1:5-5', '>')],
      'ab<X>ef',
    ],
    ['an insertion behind a replacement that comes later', [edit('1:5-5', '>'), edit('1:3-5', 'X')], 'abX>ef'],
    ['an insertion of what a replacement says, too', [edit('1:3-3', 'X'), edit('1:3-5', 'X')], 'abXXef'],
    ['the same twice counts once', [edit('1:3-5', 'X'), edit('1:3-5', 'X')], 'abXef'],
    ['of two that overlap the first wins', [edit('1:2-4', 'X'), edit('1:3-5', 'Y')], 'aXdef'],
    ['an insertion inside a replacement is left out', [edit('1:2-5', 'X'), edit('1:3-3', 'Y')], 'aXef'],
  ])('%s', (_, edits, expected) => expect(applyEdits('abcdef', edits)).toBe(expected));
});

test('characters outside the edits stay as they are, whatever they are', () => {
  const part = fc.string({
    unit: fc.constantFrom('a', '\n', '\r\n', '\r', '\t', '😀', '\u2028', '\uFEFF'),
    maxLength: 6,
  });
  const piece = fc.record({ kept: part, cut: part, text: part });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), part, (pieces, rest) => {
      const at = (offset: number) => toPosition(text, offset);
      const text = pieces.map(({ kept, cut }) => kept + cut).join('') + rest;
      let offset = 0;
      const edits = pieces.map(({ kept, cut, text: replacement }) => {
        const start = offset + kept.length;
        offset = start + cut.length;
        const [startLine, startColumn] = at(start);
        const [endLine, endColumn] = at(offset);
        return { startLine, startColumn, endLine, endColumn, text: replacement };
      });
      // Where two edits touch, the same insertion twice would count once.
      fc.pre(pieces.every(({ kept }) => kept !== ''));
      expect(applyEdits(text, edits)).toBe(pieces.map(({ kept, text: now }) => kept + now).join('') + rest);
    }),
  );
});

function toPosition(text: string, offset: number): readonly [number, number] {
  const lines = text.slice(0, offset).split('\n');
  return [lines.length, (lines.at(-1)?.length ?? 0) + 1];
}
