import { expect, test } from '@jest/globals';
import { languagePrefix } from '../../src/rules/language-prefix.ts';
import { reviewLines } from '../support/check-rule.ts';

test('TODO: what it finds', () => {
  expect(reviewLines(['* [TODO](https://ada.example/moon)'], 'Official', [languagePrefix])).toMatchInlineSnapshot();
});

test.each([['* [Moon](https://ada.example/moon)']])('%s is fine', (line) => {
  expect(reviewLines([line], 'Official', [languagePrefix])).toBe('nothing to say');
});
