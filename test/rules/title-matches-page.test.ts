import { describe, expect, test } from '@jest/globals';
import { allRules } from '../../src/rules/index.generated.ts';
import { titleMatchesPage } from '../../src/rules/title-matches-page.ts';
import { aPage } from '../support/fake-pages.ts';
import { reviewPage } from './review-page.ts';
import { titlePairs, type TitlePair } from './title-pairs.ts';

const url = 'https://ada.example/moon';

function review(line: string, told: Parameters<typeof aPage>[1], rules = [titleMatchesPage]): string {
  return reviewPage(line, [aPage(url, told)], rules);
}

function judge({ link, page, host = 'ada.example', site }: TitlePair): string {
  const address = `https://${host}/moon`;
  const titles = site === undefined ? {} : { site };
  return reviewPage(`* [${link}](${address})`, [aPage(address, { title: page, titles })], [titleMatchesPage]);
}

describe.each(Object.entries(titlePairs))('%s', (_kind, pairs) => {
  test.each(pairs.map((pair) => [pair.link, pair.page, pair] as const))('“%s” for “%s”', (_link, _page, pair) => {
    expect(judge(pair).startsWith('hint title-matches-page')).toBe(pair.hint);
  });
});

test('the table is long enough to say something', () => {
  expect(Object.values(titlePairs).flat().length).toBeGreaterThanOrEqual(80);
});

test('the suggestion is the title without its site', () => {
  expect(review(`* [Something](${url})`, { title: 'Rust on the moon | Ada' })).toMatchInlineSnapshot(`
   "hint title-matches-page: The page calls itself ‹Rust on the moon›: take its title, unless yours says more.
   - * [Something](https://ada.example/moon)
   + * [Rust on the moon](https://ada.example/moon)"
  `);
});

test('what the page says to those who link to it goes first', () => {
  const titles = { openGraph: 'Rust on the moon', heading: 'We went there' };
  expect(review(`* [Something](${url})`, { title: 'Moon 7', titles })).toContain('‹Rust on the moon›');
  expect(review(`* [We went there](${url})`, { title: 'Moon 7', titles })).toBe('nothing to say');
  expect(review(`* [Moon 7](${url})`, { title: 'Moon 7', titles })).toBe('nothing to say');
});

describe('pages in other languages are translated', () => {
  test.each([
    ['the page says so', `* [Rust on the moon](${url})`, { title: 'Rust auf dem Mond', language: 'de' }],
    ['the item says so', `* [ZH] [Rust on the moon](${url})`, { title: '月球上的 Rust 语言' }],
    ['its words say so', `* [Rust on the moon](${url})`, { title: 'Rust auf dem Mond', detectedLanguage: 'de' }],
  ])('%s', (_case, line, told) => {
    expect(review(line, told)).toBe('nothing to say');
  });
});

test('sites whose pages a machine names are left alone', () => {
  const release = 'https://github.com/ada/moon/releases/tag/v1';
  const facts = aPage(release, { title: 'Release v1 · ada/moon · GitHub' });
  expect(reviewPage(`* [Moon learns to fly](${release})`, [facts], [titleMatchesPage])).toBe('nothing to say');
});

describe('a part of a page has a title of its own', () => {
  const told = { title: 'Netstack.FM — A Podcast About Networking and Rust' };

  test.each([[`${url}#episode-27`], [`${url}#/post/7`], [`${url}#episode-27:~:text=QUIC`]])('%s', (part) => {
    expect(reviewPage(`* [QUIC with Ada](${part})`, [aPage(part, told)], [titleMatchesPage])).toBe('nothing to say');
  });

  test.each([[`${url}#`], [`${url}#:~:text=QUIC`]])('%s is the page', (whole) => {
    expect(reviewPage(`* [QUIC with Ada](${whole})`, [aPage(whole, told)], [titleMatchesPage])).toMatch(/^hint/);
  });
});

test('a post has no title but its account, so its words are none either', () => {
  const titles = { openGraph: 'Ferris (@ferris@hachyderm.io)' };
  expect(review(`* [Moon](${url})`, { title: 'Ferris: "We went there." - Hachyderm', titles })).toBe('nothing to say');
});

describe('a title is suggested only where it can stand as it is', () => {
  test.each([
    ['brackets', 'Arrays [T; N] and friends'],
    ['a tag', 'Why Vec<T> grows'],
    ['code marks', 'Meet `let else` at last'],
    ['emphasis', 'Rust *really* works'],
    ['a full stop', 'We rewrote it.'],
    ['length', 'A very long title '.repeat(8).trim()],
    ['what is no letter', 'Rust \u202Enoom'],
  ])('%s', (_case, title) => {
    const told = review(`* [Something](${url})`, { title });
    expect(told).toMatch(/^hint title-matches-page/);
    expect(told).not.toContain('\n');
  });

  test.each([[`* [ Something](${url})`], [`* [[video] Something](${url})`], [`* [Some\`thing](${url})`]])(
    '%s has to be mended first',
    (line) => {
      expect(review(line, { title: 'Rust on the moon' }).split('\n')[1] ?? '').toBe('');
    },
  );
});

test('with the suggestion taken, nobody has anything to say', () => {
  const told = { title: 'Rust on the moon | Ada', titles: { site: 'Ada' } };
  expect(review(`* [Rust on the moon](${url})`, told, [...allRules])).toBe('nothing to say');
});
