import { expect, test } from '@jest/globals';
import { reachableLink } from '../../src/rules/reachable-link.ts';
import { aDeadPage, anUnverifiedPage, aPage } from '../support/fake-pages.ts';
import { reviewLines } from '../support/check-rule.ts';
import { reviewPage } from './review-page.ts';

const url = 'https://ada.example/moon';
const line = `* [Moon](${url})`;

test.each([
  ['not-found', 'There is no page behind ‹https://ada.example/moon› (its site answers 404): correct the address.'],
  ['gone', 'The page behind ‹https://ada.example/moon› is gone (its site answers 410): link another one.'],
  ['no-such-host', 'There is no site of the name in ‹https://ada.example/moon›: correct the address.'],
  [
    'certificate',
    'Browsers warn of ‹https://ada.example/moon›, since the certificate of its site is wrong: link another page, or tell the site.',
  ],
] as const)('%s', (reason, message) => {
  expect(reviewPage(line, [aDeadPage(url, reason)], [reachableLink])).toBe(`warning reachable-link: ${message}`);
});

test.each([['denied'], ['server'], ['time-out'], ['network']] as const)('%s is no finding', (reason) => {
  expect(reviewPage(line, [anUnverifiedPage(url, reason)], [reachableLink])).toBe('nothing to say');
});

test('a page that is there, and one that nobody looked at', () => {
  expect(reviewPage(line, [aPage(url)], [reachableLink])).toBe('nothing to say');
  expect(reviewPage(line, [], [reachableLink])).toBe('nothing to say');
  expect(reviewLines([line], undefined, [reachableLink])).toBe('nothing to say');
});

test('an event has several links, of which each is looked at', () => {
  const lines = `* 2026-03-05 | Berlin, DE | [Rust Berlin](https://berlin.example)\n    * [**Moon**](${url})`;
  const told = reviewPage(lines, [aDeadPage(url), aDeadPage('https://berlin.example')], [reachableLink], {
    section: 'Virtual',
  });
  expect(told.split('\n')).toHaveLength(2);
});
