import { describe, expect, test } from '@jest/globals';
import type { Finding, TextEdit } from '../../src/findings/finding.ts';
import { groupFindings } from '../../src/review/group-findings.ts';
import { find, span, toFile, writeDraft } from './review-story.ts';

// Lines 18 to 26 are in the diff: three added lines with three lines of context on both sides.
const file = toFile(
  writeDraft('- [One](https://one.example/)', '- [Two](https://two.example/)', '- [Three](https://three.example/)'),
);

const fix = (line: number): TextEdit => ({ ...span(line, 1, 3), text: '* ' });

/** One line a group: who shares a comment, where it stands, what it suggests. */
function show(...findings: readonly Finding[]): string {
  const named = findings.map((finding) => ({ finding, fingerprint: finding.subject }));
  return groupFindings(named, [file])
    .map(({ members, lines, suggestion }) => {
      const place = lines === undefined ? 'off the diff' : `lines ${lines.startLine}-${lines.endLine}`;
      const change = suggestion === undefined ? 'no suggestion' : JSON.stringify(suggestion.lines);
      return `${members.map(({ finding }) => finding.subject).join(' + ')}: ${place}, ${change}`;
    })
    .join('\n');
}

const a = find({ line: 21, subject: 'a', edits: [fix(21)] });
const b = find({ line: 22, subject: 'b', edits: [fix(22)] });

describe('findings share a comment where they share lines', () => {
  test.each([
    [
      'lines of their own',
      [b, a],
      'a: lines 21-21, ["* [One](https://one.example/)"]\nb: lines 22-22, ["* [Two](https://two.example/)"]',
    ],
    [
      'one line, the graver first, one without a fix',
      [find({ line: 21, subject: 'hint', severity: 'hint' }), a],
      'a + hint: lines 21-21, ["* [One](https://one.example/)"]',
    ],
    [
      'a fix over two lines takes in the fix of one of them',
      [
        find({
          line: 21,
          subject: 'both',
          edits: [
            { ...span(21, 4, 7), text: 'Uno' },
            { ...span(22, 4, 7), text: 'Due' },
          ],
        }),
        b,
      ],
      'both + b: lines 21-22, ["- [Uno](https://one.example/)","* [Due](https://two.example/)"]',
    ],
  ])('%s', (_, findings, expected) => expect(show(...findings)).toBe(expected));
});

describe('where GitHub takes no suggestion', () => {
  test.each([
    [
      'a line outside the diff',
      [find({ line: 40, subject: 'far', edits: [fix(40)] })],
      'far: off the diff, no suggestion',
    ],
    [
      'a fix that reaches out of the diff: the comment stands on the place',
      [find({ line: 26, subject: 'edge', edits: [fix(26), fix(27)] })],
      'edge: lines 26-26, no suggestion',
    ],
    [
      'a move over many lines keeps to its place, so that it swallows nothing in between',
      [
        find({
          line: 21,
          subject: 'move',
          edits: [
            { ...span(21, 1, 31), text: '' },
            { ...span(60, 1, 1), text: 'x\n' },
          ],
        }),
        b,
      ],
      'move: lines 21-21, no suggestion\nb: lines 22-22, ["* [Two](https://two.example/)"]',
    ],
    [
      'a place of several lines that begins in the diff',
      [find({ line: 25, subject: 'long', place: { ...span(25, 1, 2), endLine: 30 } })],
      'long: lines 25-25, no suggestion',
    ],
    [
      'a place of several lines within the diff',
      [find({ line: 21, subject: 'item', place: { ...span(21, 1, 2), endLine: 23 } })],
      'item: lines 21-23, no suggestion',
    ],
  ])('%s', (_, findings, expected) => expect(show(...findings)).toBe(expected));
});
