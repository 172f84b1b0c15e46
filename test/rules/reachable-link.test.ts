import { expect, test } from '@jest/globals';
import { reachableLink } from '../../src/rules/reachable-link.ts';
import { reviewLines } from '../support/check-rule.ts';

test('TODO: what it finds', () => {
  expect(reviewLines(['* [TODO](https://ada.example/moon)'], 'Official', [reachableLink])).toMatchInlineSnapshot();
});

test.each([['* [Moon](https://ada.example/moon)']])('%s is fine', (line) => {
  expect(reviewLines([line], 'Official', [reachableLink])).toBe('nothing to say');
});
