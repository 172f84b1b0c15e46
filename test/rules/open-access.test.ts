import { expect, test } from '@jest/globals';
import { openAccess } from '../../src/rules/open-access.ts';
import { aPage } from '../support/fake-pages.ts';
import { reviewPage } from './review-page.ts';

const url = 'https://ada.example/moon';

test('a page for members', () => {
  expect(reviewPage(`* [Moon](${url})`, [aPage(url, { isFree: false })], [openAccess])).toMatchInlineSnapshot(
    `"hint open-access: The page says that it is for paying or registered readers: please confirm that everybody can read it, or link a free version."`,
  );
});

test.each([[true], [undefined]])('a page that is free to read: %s', (isFree) => {
  const facts = isFree === undefined ? aPage(url) : aPage(url, { isFree });
  expect(reviewPage(`* [Moon](${url})`, [facts], [openAccess])).toBe('nothing to say');
});
