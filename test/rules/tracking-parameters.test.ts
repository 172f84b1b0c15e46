import { describe, expect, test } from '@jest/globals';
import { trackingParameters } from '../../src/rules/tracking-parameters.ts';
import { reviewLines } from '../support/check-rule.ts';

function review(url: string, section?: string): string {
  return reviewLines([`* [Rust](${url})`], section, [trackingParameters]);
}

test('a link from a newsletter campaign', () => {
  expect(review('https://ada.example/moon?utm_source=twir&page=2&utm_medium=email#top')).toMatchInlineSnapshot(`
   "error tracking-parameters: The link tells where its readers came from: take the tracking parameters ‹utm_source›, ‹utm_medium› out.
   - * [Rust](https://ada.example/moon?utm_source=twir&page=2&utm_medium=email#top)
   + * [Rust](https://ada.example/moon?page=2#top)"
  `);
});

test('an address of hundreds of them', () => {
  const query = Array.from({ length: 300 }, (_, index) => `utm_${index}=x`).join('&');
  const told = review(`https://ada.example/?${query}&utm_7=y`).split('\n');
  expect(told[0]).toMatch(/ take the tracking parameters ‹utm_0›, .*, ‹utm_9› and 290 more out\.$/);
  expect(told.at(-1)).toBe('+ * [Rust](https://ada.example/)');
});

describe('what is taken out, and what stays byte for byte', () => {
  test.each([
    ['https://ada.example/a?utm_source=twir', 'https://ada.example/a'],
    ['https://ada.example/a?utm_source=twir#moon', 'https://ada.example/a#moon'],
    ['https://ada.example/a?utm_term=x&q=a,b', 'https://ada.example/a?q=a,b'],
    ['https://ada.example/a?q=a%20b&UTM_SOURCE=x', 'https://ada.example/a?q=a%20b'],
    ['https://ada.example/a?q=é&fbclid=1&flag', 'https://ada.example/a?q=é&flag'],
    ['https://ada.example/a?gclid=1&x=', 'https://ada.example/a?x='],
    ['https://ada.example/a?mc_cid=1&mc_eid=2', 'https://ada.example/a'],
    ['https://ada.example/a?igshid=1&igshid=2&z=1', 'https://ada.example/a?z=1'],
    ['https://ada.example/a?b=1&amp;utm_source=x&amp;c=2', 'https://ada.example/a?b=1&amp;c=2'],
    ['https://ada.example/a?ref=twir', 'https://ada.example/a'],
    ['https://ada.example/a?utm%5Fsource=x', 'https://ada.example/a'],
    ['HTTPS://ADA.example/a?utm_source=x&n=1', 'HTTPS://ADA.example/a?n=1'],
    ['https://youtu.be/abc_123?si=xyz', 'https://youtu.be/abc_123'],
    ['https://www.youtube.com/watch?v=abc_123&si=xyz&t=7', 'https://www.youtube.com/watch?v=abc_123&t=7'],
    ['https://www.meetup.com/rust/?eventOrigin=event_home_page', 'https://www.meetup.com/rust/'],
    ['https://x.com/ada/status/1?s=46&t=abc', 'https://x.com/ada/status/1'],
    ['https://ada.medium.com/moon-1?source=friends_link&sk=a1', 'https://ada.medium.com/moon-1?sk=a1'],
  ])('%s → %s', (url, clean) => {
    expect(review(url)).toContain(`\n+ * [Rust](${clean})`);
  });
});

test.each([
  ['https://ada.example/?flag'],
  ['https://ada.example/?x='],
  ['https://ada.example/?q=a,b'],
  ['https://ada.example/?q=a%20b'],
  ['https://ada.example/?q=é'],
  ['https://ada.example/?q=100%'],
  ['HTTPS://ada.example/'],
  ['https://ada.example/a#utm_source=x'],
  ['https://ada.example/?si=9'],
  ['https://github.com/o/r/tree/x?ref=main'],
  ['https://web.archive.org/web/2020/https://x.example/?utm_source=a'],
])('%s has nothing to take out', (url) => {
  expect(review(url)).toBe('nothing to say');
});

test('links of events count as well, those on the second line too', () => {
  const event = [
    '* 2026-03-04 | Virtual | [Rust](https://www.meetup.com/rust/?eventOrigin=x)',
    '    * [**Moon**](https://www.meetup.com/rust/events/1/?recId=1)',
  ];
  expect(reviewLines(event, 'Virtual', [trackingParameters])).toMatchInlineSnapshot(`
   "error tracking-parameters: The link tells where its readers came from: take the tracking parameter ‹eventOrigin› out.
   error tracking-parameters: The link tells where its readers came from: take the tracking parameter ‹recId› out.
   - * 2026-03-04 | Virtual | [Rust](https://www.meetup.com/rust/?eventOrigin=x)
   -     * [**Moon**](https://www.meetup.com/rust/events/1/?recId=1)
   + * 2026-03-04 | Virtual | [Rust](https://www.meetup.com/rust/)
   +     * [**Moon**](https://www.meetup.com/rust/events/1/)"
  `);
});
