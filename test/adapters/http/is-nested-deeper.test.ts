import { expect, test } from '@jest/globals';
import { isNestedDeeper } from '../../../src/adapters/http/is-nested-deeper.ts';

test.each<[what: string, value: unknown, isDeeper: boolean]>([
  ['as deep as may be', [[{ a: [] }]], false],
  ['a level deeper', [[{ a: [{}] }]], true],
  ['much side by side', Array.from({ length: 9 }, () => [{}, []]), false],
  ['brackets in a text', ['[[[[[', [[[]]]], false],
  ['brackets that close in a text', [']]]]]', [[[[]]]]], true],
  ['brackets behind a quotation mark in a text', ['"[[[[['], false],
  ['brackets behind a text that ends in a backslash', ['\\', [[[[]]]]], true],
])('%s: %j is nested deeper than four levels: %j', (_, value, isDeeper) => {
  expect(isNestedDeeper(JSON.stringify(value), 4)).toBe(isDeeper);
});
