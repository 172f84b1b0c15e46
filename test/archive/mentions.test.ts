import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getLinkIdentity } from '../../src/archive/link-identity.ts';
import { createMentionTest } from '../../src/archive/mentions.ts';

function isMentioned(address: string, text: string): boolean {
  return createMentionTest([getLinkIdentity(address, [])])(text);
}

test.each([
  ['https://ada.example/borrowing', 'http://www.Ada.example/borrowing/'],
  ['https://youtu.be/abcdefghijk', 'https://www.youtube.com/watch?v=abcdefghijk&t=5'],
  ['https://www.youtube.com/', 'https://m.youtube.com'],
  ['https://ada.example/caf%C3%A9ternity', 'https://ada.example/caféternity'],
  ['https://bücher.example/a', 'https://xn--bcher-kva.example/a'],
  ['https://xn--bcher-kva.example/a', 'https://bücher.example/a'],
  ['https://github.com/Ada/Borrowing.git', 'https://github.com/ada/borrowing'],
])('%s may be in a text with %s', (address, text) => {
  expect(isMentioned(address, `* [a](${text})`)).toBe(true);
});

test('a text without it is told from others', () => {
  expect(isMentioned('https://ada.example/borrowing', '* [Threads](https://ada.example/threads)')).toBe(false);
  expect(isMentioned('https://ada.example/', '* [Threads](https://cleo.test/threads)')).toBe(false);
  expect(createMentionTest([])('https://ada.example/')).toBe(false);
});

test('whatever two spellings have one identity, the one is not denied in a text with the other', () => {
  const part = fc.constantFrom(
    'a',
    'Borrowing',
    'é',
    '%C3%A9',
    '.git',
    '//',
    '-x-',
    '?v=1',
    '#x',
    '&utm_source=y',
    '..',
    ' ',
  );
  const address = fc.array(part, { maxLength: 6 }).map((parts) => `https://ada.example/${parts.join('')}`);
  fc.assert(
    fc.property(address, address, (one, other) => {
      const isSame = getLinkIdentity(one, []) === getLinkIdentity(other, []);
      return !isSame || isMentioned(one, `(${other})`);
    }),
    { numRuns: 2000 },
  );
});
