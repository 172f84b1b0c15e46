import { describe, expect, test } from '@jest/globals';
import { linkScheme } from '../../src/rules/link-scheme.ts';
import { reviewLines } from '../support/check-rule.ts';

function review(url: string, section?: string): string {
  return reviewLines([`* [Moon](${url})`], section, [linkScheme]);
}

test('an address without its beginning', () => {
  expect(review('www.ada.example/moon')).toMatchInlineSnapshot(`
   "error link-scheme: The address ‹www.ada.example/moon› does not say how to open it: begin it with https://.
   - * [Moon](www.ada.example/moon)
   + * [Moon](https://www.ada.example/moon)"
  `);
});

describe('a beginning that can only have been https:// is mended', () => {
  test.each([
    ['ada.example/moon'],
    ['hhttps://ada.example/moon'],
    ['ttps://ada.example/moon'],
    ['https:/ada.example/moon'],
    ['https//ada.example/moon'],
    ['https://https://ada.example/moon'],
  ])('%s', (url) => {
    expect(review(url)).toContain('\n+ * [Moon](https://ada.example/moon)');
  });
});

describe('what else leads nowhere is told without a suggestion', () => {
  test.each([
    ['link-to-your-event-page', 'leads nowhere outside this file'],
    ['#moon', 'leads nowhere outside this file'],
    ['/moon', 'leads nowhere outside this file'],
    ['moon.md', 'leads nowhere outside this file'],
    ['ftp://ada.example/moon', 'is not that of a web page'],
    ['javascript:alert(1)', 'is not that of a web page'],
    ['http://localhost:1313/moon', 'leads to your own machine'],
    ['https://127.0.0.1/moon', 'leads to your own machine'],
    ['mailto:ada@ada.example', 'opens an e-mail'],
  ])('%s', (url, reason) => {
    const told = review(url);
    expect(told).toContain(reason);
    expect(told.split('\n')).toHaveLength(1);
  });
});

test.each([
  ['https://ada.example'],
  ['HTTPS://ada.example/'],
  ['http://ada.example/moon'],
  ['https://localhost.example/'],
])('%s is fine', (url) => {
  expect(review(url)).toBe('nothing to say');
});

test('a person may be written to where people are looked for', () => {
  expect(review('mailto:ada@ada.example', 'Jobs')).toBe('nothing to say');
});
