// What pages say of their addresses: a part of canonical-link, link-scheme and media-prefix.
import { describe, expect, test } from '@jest/globals';
import { canonicalLink } from '../../src/rules/canonical-link.ts';
import { allRules } from '../../src/rules/index.generated.ts';
import { linkScheme } from '../../src/rules/link-scheme.ts';
import { mediaPrefix } from '../../src/rules/media-prefix.ts';
import { aDeadPage, aPage } from '../support/fake-pages.ts';
import { reviewPage } from './review-page.ts';

const url = 'https://ada.example/moon';
const line = (address: string): string => `* [Moon](${address})`;

test('a page that has moved for good', () => {
  const moved = aPage(url, { finalUrl: 'https://ada.example/2026/moon' });
  expect(reviewPage(line(url), [moved], [canonicalLink])).toMatchInlineSnapshot(`
   "warning canonical-link: The page has moved for good: write ‹https://ada.example/2026/moon›.
   - * [Moon](https://ada.example/moon)
   + * [Moon](https://ada.example/2026/moon)"
  `);
});

test('a page that names another address', () => {
  const page = aPage(`${url}?view=1`, { canonical: 'https://blog.ada.example/2026/moon' });
  expect(reviewPage(line(`${url}?view=1`), [page], [canonicalLink])).toMatchInlineSnapshot(`
   "warning canonical-link: The page names another address as its usual one: write ‹https://blog.ada.example/2026/moon›.
   - * [Moon](https://ada.example/moon?view=1)
   + * [Moon](https://blog.ada.example/2026/moon)"
  `);
});

test('a part of the page stays that part, and a shortened address becomes the long one', () => {
  const part = aPage(`${url}#dark`, { finalUrl: 'https://bea.example/moon#dark' });
  expect(reviewPage(line(`${url}#dark`), [part], [canonicalLink])).toContain(
    '+ * [Moon](https://bea.example/moon#dark)',
  );
  const short = aPage('https://brief.example/x', { finalUrl: url, canonical: url });
  expect(reviewPage(line('https://brief.example/x'), [short], [canonicalLink])).toContain(`+ * [Moon](${url})`);
});

describe('an address that is left alone', () => {
  test.each<[string, Parameters<typeof aPage>[1]]>([
    ['it says the same', { canonical: url }],
    ['only www, a slash or the scheme differ', { canonical: 'http://www.ada.example/moon/' }],
    ['it is sent elsewhere, where the page names it', { canonical: url, finalUrl: 'https://ada.example/moon/print' }],
    ['the redirect is for now', { finalUrl: 'https://ada.example/en/moon', isPermanent: false }],
    ['it leads to the front page', { finalUrl: 'https://ada.example/' }],
    ['it leads to a log-in', { finalUrl: 'https://ada.example/login?next=moon' }],
    ['it leads to a page of errors', { finalUrl: 'https://ada.example/404.html' }],
    ['the other address is on another site', { canonical: 'https://medium.example/moon' }],
    ['the other address is the front page', { canonical: 'https://ada.example/' }],
    ['the other address would break the link', { canonical: 'https://ada.example/moon_(dark)' }],
    ['the other address tracks', { canonical: 'https://ada.example/other?utm_source=x' }],
    ['the other address is worse', { canonical: 'http://ada.example/other' }],
  ])('%s', (_case, told) => {
    expect(reviewPage(line(url), [aPage(url, told)], [canonicalLink])).toBe('nothing to say');
  });

  test.each([
    ['https://ada.example/blog/moon', 'https://ada.example/blog/'],
    ['https://ada.example/blog/moon/', 'https://ada.example/blog'],
    ['https://ada.example/t/moon/23456/7', 'https://ada.example/t/moon/23456'],
    ['https://ada.example/blog/index.php?p=7', 'https://ada.example/blog/'],
  ])('%s is a part of %s, whatever it says', (own, canonical) => {
    expect(reviewPage(line(own), [aPage(own, { canonical })], [canonicalLink])).toBe('nothing to say');
    expect(reviewPage(line(own), [aPage(own, { finalUrl: canonical })], [canonicalLink])).toBe('nothing to say');
  });

  test('a page that is known by its query', () => {
    const forum = 'https://ada.example/topic?id=7';
    expect(reviewPage(line(forum), [aPage(forum, { canonical: 'https://ada.example/topic' })])).toBe('nothing to say');
  });

  test('neighbours on a host that belongs to many', () => {
    const own = 'https://ada.github.io/moon';
    expect(reviewPage(line(own), [aPage(own, { canonical: 'https://bea.github.io/moon' })])).toBe('nothing to say');
  });

  test('what an archive keeps', () => {
    const kept = `https://web.archive.org/web/2020/${url}`;
    const facts = aPage(kept, { finalUrl: `https://web.archive.org/web/20200102030405/${url}` });
    expect(reviewPage(line(kept), [facts], [canonicalLink])).toBe('nothing to say');
  });
});

test.each([
  ['https://ada.example/blog/moon/index.html', 'https://ada.example/blog/moon/'],
  ['https://ada.example/blog/moon/1', 'https://ada.example/blog/moon-1'],
  ['https://ada.example/blog/moon', 'https://ada.example/blog?post=moon'],
])('%s is %s by its own account', (own, canonical) => {
  expect(reviewPage(line(own), [aPage(own, { canonical })], [canonicalLink])).toContain(`+ ${line(canonical)}`);
});

test('a shortened address of a page that names what is above it becomes that of the page', () => {
  const short = aPage('https://brief.example/x', { finalUrl: url, canonical: 'https://ada.example/' });
  expect(reviewPage(line('https://brief.example/x'), [short], [canonicalLink])).toContain(`+ ${line(url)}`);
  const post = 'https://ada.example/blog/moon';
  const above = aPage('https://brief.example/x', { finalUrl: post, canonical: 'https://ada.example/blog' });
  expect(reviewPage(line('https://brief.example/x'), [above], [canonicalLink])).toContain(`+ ${line(post)}`);
});

test('what the address itself shows is mended first', () => {
  const tracked = `${url}?utm_source=x`;
  const told = reviewPage(line(tracked), [aPage(tracked, { canonical: 'https://ada.example/moon-2' })], allRules);
  expect(told).toContain(`+ ${line(url)}`);
  const phone = 'https://m.ada.example/moon';
  const first = reviewPage(line(phone), [aPage(phone, { canonical: url })], [canonicalLink]);
  expect(first).toContain('for phones');
});

describe('https', () => {
  const plain = 'http://ada.example/moon';

  test.each([
    ['the page leads there', [aPage(plain, { finalUrl: url })]],
    ['the page answers there, too', [aPage(plain), aPage(url)]],
  ])('%s', (_case, facts) => {
    expect(reviewPage(line(plain), facts, allRules)).toMatch(/^hint link-scheme: .*\n- .*\n\+ \* \[Moon\]\(https:/);
    expect(reviewPage(line(url), facts, allRules)).toBe('nothing to say');
  });

  test.each([
    ['nobody knows', []],
    ['nobody answers there', [aPage(plain), aDeadPage(url, 'certificate')]],
    ['it leads back', [aPage(plain), aPage(url, { finalUrl: plain })]],
    ['another page answers there', [aPage(plain, { finalUrl: 'https://ada.example/welcome', isPermanent: false })]],
  ])('%s: nothing to say', (_case, facts) => {
    expect(reviewPage(line(plain), facts, [linkScheme])).toBe('nothing to say');
  });

  test('a page that moved elsewhere by https is told once', () => {
    const told = reviewPage(line(plain), [aPage(plain, { finalUrl: 'https://ada.example/2026/moon' })], allRules);
    expect(told).toMatch(/^warning canonical-link: /);
    expect(told).not.toContain('link-scheme');
  });
});

describe('what a page is for', () => {
  test.each([['video'], ['audio']] as const)('%s', (medium) => {
    const told = reviewPage(line(url), [aPage(url, { medium })], [mediaPrefix]);
    expect(told).toMatch(/^warning media-prefix: The link probably leads to something/);
    expect(told).toContain(`+ * [${medium}] [Moon](${url})`);
    expect(reviewPage(`* [${medium}] [Moon](${url})`, [aPage(url, { medium })], allRules)).toBe('nothing to say');
  });

  test('a page to read', () => {
    expect(reviewPage(line(url), [aPage(url)], [mediaPrefix])).toBe('nothing to say');
  });
});
