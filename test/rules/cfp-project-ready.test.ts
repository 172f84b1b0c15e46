import { expect, test } from '@jest/globals';
import { cfpProjectReady } from '../../src/rules/cfp-project-ready.ts';
import { reviewLines } from '../support/check-rule.ts';

test('TODO: what it finds', () => {
  expect(reviewLines(['* [TODO](https://ada.example/moon)'], 'Official', [cfpProjectReady])).toMatchInlineSnapshot();
});

test.each([['* [Moon](https://ada.example/moon)']])('%s is fine', (line) => {
  expect(reviewLines([line], 'Official', [cfpProjectReady])).toBe('nothing to say');
});
