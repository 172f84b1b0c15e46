import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { countBytes, cutTo, joinWithin } from '../../src/wording/limits.ts';

describe('a text that is too long is cut', () => {
  test.each([
    ['fits', 10, 'fits'],
    ['too long by far', 10, 'too long …'],
    ['emoji 😀😀', 8, 'emoji …'],
    ['tiny', 0, '…'],
  ])('%j to %d', (text, limit, expected) => expect(cutTo(text, limit)).toBe(expected));

  test('to at most its limit, and never through a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const cut = cutTo(text, limit);
        expect(cut.length).toBeLessThanOrEqual(Math.max(limit, 1));
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('a list that is too long ends with what is missing', () => {
  const tellRest = (left: number): string => `and ${left} more`;

  test.each([
    [['one', 'two', 'three'], 100, 'one\ntwo\nthree'],
    [['one', 'two', 'three', 'four'], 17, 'one\nand 3 more'],
    [['a very long line indeed'], 12, 'and 1 more'],
    [[], 12, ''],
  ])('%j in %d bytes', (blocks, limit, expected) => expect(joinWithin(blocks, limit, tellRest)).toBe(expected));

  test.each([
    [['one', 'two'], 100, 'one\ntwo\nand 5 more'],
    [['one', 'two', 'three'], 18, 'one\ntwo\nand 6 more'],
    [['one', 'two', 'three'], 17, 'one\nand 7 more'],
    [['one', 'two', 'three'], 14, 'one\nand 7 more'],
    [['one', 'two', 'three'], 13, 'and 8 more'],
  ])('%j in %d bytes, and five that nobody rendered', (blocks, limit, expected) => {
    expect(joinWithin(blocks, limit, tellRest, 5)).toBe(expected);
  });

  test('stays within its bytes and names every line or counts it', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((text) => `- ${text.replaceAll('\n', ' ')}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.integer({ min: 20, max: 300 }), (blocks, limit) => {
        const joined = joinWithin(blocks, limit, tellRest);
        expect(countBytes(joined)).toBeLessThanOrEqual(limit);
        const left = Number(/and (\d+) more$/.exec(joined)?.[1] ?? 0);
        expect(joined).toBe(
          [...blocks.slice(0, blocks.length - left), ...(left > 0 ? [tellRest(left)] : [])].join('\n'),
        );
      }),
    );
  });
});
