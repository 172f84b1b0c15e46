import { expect, test } from '@jest/globals';
import { readPublishedIssue } from '../../src/archive/read-published-issue.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { publish, toIssuePath, writeIssue } from './sample-archive.ts';

const moon = '* [Rust on the moon](https://ada.example/moon)';

test('a link is remembered with when, where and how it ran', () => {
  const line = '* [video] [DE] [`Pin` on the moon](https://www.ada.example/moon/?utm_source=x)';
  expect(publish('2026-02-25', 640, { 'Rust Walkthroughs': [line] }).links).toEqual([
    {
      date: '2026-02-25',
      number: 640,
      path: 'content/2026-02-25-this-week-in-rust.md',
      line: 9,
      section: 'Rust Walkthroughs',
      prefix: '[video] [DE]',
      title: '`Pin` on the moon',
      url: 'https://www.ada.example/moon/?utm_source=x',
      identity: 'ada.example/moon',
      site: 'ada.example',
    },
  ]);
});

test('a section goes by its name today', () => {
  const { links } = publish('2020-08-04', 350, { 'Learn Standard Rust': [moon] });
  expect(links.map(({ section }) => section)).toEqual(['Rust Walkthroughs']);
});

test('what an item is about is its first link', () => {
  const { links } = publish('2026-02-25', 640, { Miscellaneous: [`${moon} ([slides](https://ada.example/slides))`] });
  expect(links.map(({ identity }) => identity)).toEqual(['ada.example/moon']);
});

test('events, jobs and text hold no links for the archive', () => {
  const text = `${writeIssue('2026-02-25', 640, {})}
Read [this](https://ada.example/this).

## Upcoming Events

### Virtual
* 2026-03-04 | Virtual | [Rust](https://www.meetup.com/rust/)
    * [**Hack night**](https://www.meetup.com/rust/events/1)

## Jobs

* [A job](https://ada.example/job)
`;
  expect(readPublishedIssue({ path: toIssuePath('2026-02-25'), text }, defaultConfig).links).toEqual([]);
});

test.each([
  ['Date: 2020-12-2', 'content/2020-12-2-this-week-in-rust.md', '2020-12-02'],
  ['Date: soon', 'content/2013-06-07-this-week-in-rust.markdown', '2013-06-07'],
  ['Date: 2013-06-08 21:34', 'content/2013-06-07-this-week-in-rust.markdown', '2013-06-08'],
])('%s in %s is %s', (header, path, day) => {
  const text = `Title: Issue\n${header}\n\n## Miscellaneous\n\n${moon}\n`;
  const { links } = readPublishedIssue({ path: toRepositoryPath(path), text }, defaultConfig);
  expect(links.map(({ date }) => date)).toEqual([day]);
});

test('an issue of no known day has nothing to say about when a link ran', () => {
  const file = { path: toRepositoryPath('content/about.md'), text: `## Miscellaneous\n\n${moon}\n` };
  expect(readPublishedIssue(file, defaultConfig).links).toEqual([]);
});

test('a text beyond all bounds is left out', () => {
  const text = writeIssue('2026-02-25', 640, { Miscellaneous: [moon, '['.repeat(20_000)] });
  expect(readPublishedIssue({ path: toIssuePath('2026-02-25'), text }, defaultConfig).links).toEqual([]);
});
