import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../support/apply-edits.ts';
import type { TextEdit } from '../../src/findings/finding.ts';
import { makeSuggestion } from '../../src/findings/suggestion.ts';

const text =
  ['- [A](https://a.example/?utm_source=x), a nice text', '* [B](https://b.example/)', '', 'End'].join('\n') + '\n';

const on = (line: number, startColumn: number, endColumn: number, replacement: string): TextEdit => ({
  startLine: line,
  startColumn,
  endLine: line,
  endColumn,
  text: replacement,
});

const bullet = on(1, 1, 3, '* ');
const tracking = on(1, 25, 38, '');
const tail = on(1, 39, 52, '');

/** The suggestion as text: the lines it replaces, and what stands there after. */
function show(groups: readonly (readonly TextEdit[])[], source = text): string {
  const suggestion = makeSuggestion(source, groups);
  if (suggestion === undefined) return 'none';
  return [`lines ${suggestion.startLine} to ${suggestion.endLine}:`, ...suggestion.lines].join('\n');
}

describe('edits become whole lines in place of whole lines', () => {
  test('one edit', () => {
    expect(show([[bullet]])).toMatchInlineSnapshot(`
     "lines 1 to 1:
     * [A](https://a.example/?utm_source=x), a nice text"
    `);
  });

  test('edits of several findings on one line become one suggestion', () => {
    expect(show([[bullet], [tracking], [tail]])).toMatchInlineSnapshot(`
     "lines 1 to 1:
     * [A](https://a.example/)"
    `);
  });

  test('edits on several lines', () => {
    expect(show([[bullet], [on(2, 4, 5, 'Bee')]])).toMatchInlineSnapshot(`
     "lines 1 to 2:
     * [A](https://a.example/?utm_source=x), a nice text
     * [Bee](https://b.example/)"
    `);
  });

  test('a finding whose edit overlaps a graver one is left out as a whole', () => {
    expect(show([[tail], [on(1, 38, 52, ''), bullet]])).toMatchInlineSnapshot(`
     "lines 1 to 1:
     - [A](https://a.example/?utm_source=x)"
    `);
  });

  test('a removed line is a suggestion without lines, a blank one has one', () => {
    expect(makeSuggestion(text, [[on(2, 1, 27, '')]])).toEqual({ startLine: 2, endLine: 2, lines: [] });
    expect(makeSuggestion(text, [[on(2, 1, 26, '')]])).toEqual({ startLine: 2, endLine: 2, lines: [''] });
  });

  test('a removed line end takes in the next line', () => {
    expect(show([[on(2, 26, 27, ' ')]])).toMatchInlineSnapshot(`
     "lines 2 to 3:
     * [B](https://b.example/) "
    `);
  });

  test('an inserted line stands before the line it was inserted at', () => {
    expect(show([[on(2, 1, 1, '* [New](https://n.example/)\n')]])).toMatchInlineSnapshot(`
     "lines 2 to 2:
     * [New](https://n.example/)
     * [B](https://b.example/)"
    `);
  });

  test('the last line, which no line feed ends, has no line below it', () => {
    expect(show([[on(2, 1, 2, 'B')]], 'a\nb')).toBe('lines 2 to 2:\nB');
  });

  test('line ends of Windows are the file’s business', () => {
    expect(show([[on(2, 1, 2, 'B')]], 'a\r\nb\r\nc\r\n')).toBe('lines 2 to 2:\nB');
  });
});

describe('no suggestion', () => {
  test.each([
    ['without edits', text, []],
    ['where an edit changes nothing', text, [[on(1, 1, 2, '-')]]],
    ['where a lone carriage return would become a line end', 'a\rb\n', [[on(1, 1, 2, 'A')]]],
    ['where a NUL would be lost', 'a\0b\n', [[on(1, 1, 2, 'A')]]],
    ['where a byte that is no UTF-8 would become a sign for a lost letter', 'a\ufffdb\n', [[on(1, 1, 2, 'A')]]],
  ])('%s', (_, source, groups) => expect(makeSuggestion(source, groups)).toBeUndefined());
});

test('accepting the suggestion is applying the edits', () => {
  const line = fc.constantFrom('', 'a', 'bc', 'def');
  const place = fc.record({
    line: fc.integer({ min: 1, max: 4 }),
    column: fc.integer({ min: 1, max: 4 }),
    length: fc.integer({ min: 0, max: 3 }),
    replacement: fc.constantFrom('', 'x', 'y\nz', 'w\n'),
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 4, maxLength: 6 }), fc.array(place, { maxLength: 3 }), (lines, places) => {
      const source = lines.map((content) => `${content}\n`).join('');
      const edits = places.map(({ line: at, column, length, replacement }) =>
        on(at, column, column + length, replacement),
      );
      // The end of the last line is not the suggestion's to remove.
      const expected = applyEdits(source, edits).replace(/[^\n]$/, '$&\n');
      const suggestion = makeSuggestion(
        source,
        edits.map((edit) => [edit]),
      );
      if (suggestion === undefined) {
        expect(expected).toBe(source);
        return;
      }
      const { startLine, endLine } = suggestion;
      const accepted = [...lines.slice(0, startLine - 1), ...suggestion.lines, ...lines.slice(endLine)];
      expect(accepted.map((content) => `${content}\n`).join('')).toBe(expected);
    }),
  );
});
