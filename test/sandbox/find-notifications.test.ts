import { expect, test } from '@jest/globals';
import { findNotifications } from '../../src/sandbox/find-notifications.ts';

test.each([
  ['thanks @ada', '@ada'],
  ['@rust-lang/core and @ada-l', '@rust-lang/core @ada-l'],
  ['mail ada@example.org', ''],
  ['`@ada` and ``#1 ` #2``', ''],
  ['```\n@ada #1\n```', ''],
  ['````\n```\n@ada\n````\n@grace', '@grace'],
  ['<!-- @ada #1 -->', ''],
  ['a `stray backtick @ada', '@ada'],
  ['\\@ada &#64;bob &#x40;eve &commat;zoe', '@ada @bob @eve @zoe'],
  ['@\u200bada @\u2060ada', ''],
  ['#12, GH-3 and news/letter#4', '#12 news/letter#4 GH-3'],
  ['\\#12 &#35;13 &num;14', '#12 #13 #14'],
  ['# heading', ''],
  ['page.html#12', ''],
  ['https://github.com/a/b/pull/7', 'github.com/a/b/pull/7'],
  ['[a link](https://github.com/a/b/issues/7)', 'github.com/a/b/issues/7'],
  ['https://redirect.github.com/a/b/pull/7', ''],
  ['[@ada and #1](https://ada.example)', ''],
])('%j', (markdown, told) => {
  const found = findNotifications(markdown);
  expect(found.map(({ kind, target }) => (kind === 'mention' ? `@${target}` : target)).join(' ')).toBe(told);
});
