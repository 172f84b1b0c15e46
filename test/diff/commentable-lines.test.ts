import { describe, expect, test } from '@jest/globals';
import { getCommentableRanges, isCommentable } from '../../src/diff/commentable-lines.ts';
import { parsePatch } from '../../src/diff/parse-patch.ts';

const text = [
  '@@ -10,3 +10,3 @@',
  ' ten',
  '-eleven',
  '+eleven, corrected',
  ' twelve',
  '@@ -20,1 +20,0 @@',
  '-gone',
  '@@ -30,2 +29,3 @@',
  ' twenty-nine',
  '+thirty',
  ' thirty-one',
].join('\n');
const patch = parsePatch(text);
if (typeof patch === 'string') throw new Error(patch);

test('added and context lines of the new side take comments, a hunk that only removes has none', () => {
  expect(getCommentableRanges(patch)).toEqual([
    { startLine: 10, endLine: 12 },
    { startLine: 29, endLine: 31 },
  ]);
});

describe('a comment', () => {
  test.each([
    [10, 10, true, 'on the first context line'],
    [11, 12, true, 'on several lines of one hunk'],
    [9, 10, false, 'that begins above the hunk'],
    [12, 13, false, 'that ends below the hunk'],
    [12, 29, false, 'across two hunks'],
    [20, 20, false, 'where lines were only removed'],
    [12, 11, false, 'that ends before it begins'],
  ])('from line %d to %d: %s (%s)', (startLine, endLine, expected) => {
    expect(isCommentable(patch, { startLine, endLine })).toBe(expected);
  });
});
