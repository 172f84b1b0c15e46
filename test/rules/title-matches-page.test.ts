import { expect, test } from '@jest/globals';
import { titleMatchesPage } from '../../src/rules/title-matches-page.ts';
import { reviewLines } from '../support/check-rule.ts';

test('TODO: what it finds', () => {
  expect(reviewLines(['* [TODO](https://ada.example/moon)'], 'Official', [titleMatchesPage])).toMatchInlineSnapshot(
    `"nothing to say"`,
  );
});

test.each([['* [Moon](https://ada.example/moon)']])('%s is fine', (line) => {
  expect(reviewLines([line], 'Official', [titleMatchesPage])).toBe('nothing to say');
});
