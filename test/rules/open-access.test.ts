import { expect, test } from '@jest/globals';
import { openAccess } from '../../src/rules/open-access.ts';
import { reviewLines } from '../support/check-rule.ts';

test('TODO: what it finds', () => {
  expect(reviewLines(['* [TODO](https://ada.example/moon)'], 'Official', [openAccess])).toMatchInlineSnapshot();
});

test.each([['* [Moon](https://ada.example/moon)']])('%s is fine', (line) => {
  expect(reviewLines([line], 'Official', [openAccess])).toBe('nothing to say');
});
