import { expect, test } from '@jest/globals';
import { countWeeks, findEarlier, findSiteLinks } from '../../src/archive/find-earlier.ts';
import { indexIssues } from '../../src/archive/index-issues.ts';
import { type Day, toDay } from '../../src/shared/brand.ts';
import { publish } from './sample-archive.ts';

const archive = indexIssues([
  publish('2026-02-25', 640, { Miscellaneous: ['* [Moon again](http://www.ada.example/moon/)'] }),
  publish('2025-03-05', 589, {
    'Rust Walkthroughs': ['* [Moon](https://ada.example/moon)', '* [Five](https://ada.example/#episode-5)'],
  }),
]);

function day(text: string): Day {
  const found = toDay(text);
  if (found === undefined) throw new Error(`no day: ${text}`);
  return found;
}

test('a link is found however it was spelt, the latest run first', () => {
  const runs = findEarlier(archive, 'ada.example/moon', day('2026-03-04'));
  expect(runs.map(({ number, section }) => `${number} ${section}`)).toEqual([
    '640 Miscellaneous',
    '589 Rust Walkthroughs',
  ]);
});

test('an issue is not earlier than itself', () => {
  const runs = findEarlier(archive, 'ada.example/moon', day('2026-02-25'));
  expect(runs.map(({ number }) => number)).toEqual([589]);
  const ofSite = findSiteLinks(archive, 'ada.example', day('2026-02-25'));
  expect(ofSite.map(({ number }) => number)).toEqual([589, 589]);
});

test('fragments tell links apart', () => {
  expect(findEarlier(archive, 'ada.example/#episode-6', day('2026-03-04'))).toEqual([]);
});

test('a site is found by all that ran from it', () => {
  const links = findSiteLinks(archive, 'ada.example', day('2026-03-04'));
  expect(links.map(({ title }) => title)).toEqual(['Moon again', 'Five', 'Moon']);
  expect(findSiteLinks(archive, '', day('2026-03-04'))).toEqual([]);
});

test.each([
  ['2026-02-25', '2026-03-04', 1],
  ['2026-02-25', '2026-03-03', 0],
  ['2025-09-10', '2026-03-04', 25],
])('from %s to %s are %i weeks', (from, to, weeks) => {
  expect(countWeeks(day(from), day(to))).toBe(weeks);
});
