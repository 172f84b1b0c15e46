import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { type MarkerScope, parseMarker, renderMarker } from '../../src/wording/marker.ts';

const scope: MarkerScope = { repositoryId: '1296269', number: 7, kind: 'comment' };
const key = 'a key that is only for tests';
const payload = { fingerprints: ['0123456789abcdef'], head: 'c0ffee' };
const marker = renderMarker(payload, scope, key);

test('a marker is one hidden line', () => {
  expect(marker).toMatchInlineSnapshot(
    `"<!-- copydesk:comment {"fingerprints":["0123456789abcdef"],"head":"c0ffee"} fd8ab31bff76afa9c08934a7d7ed5a7f2c7e1f5169c08b20361caa5792644435 -->"`,
  );
});

describe('is believed', () => {
  test.each([
    ['at the end of a comment', `Some words.\n\n${marker}`, scope],
    ['with line ends of Windows', `Some words.\r\n\r\n${marker}\r\n`, scope],
    ['with words that somebody added below', `${marker}\n\nedited`, scope],
    ['behind a forged one', `<!-- copydesk:comment {} ${'0'.repeat(64)} -->\n${marker}`, scope],
  ])('%s', (_, body, asked) => expect(parseMarker(body, asked, key)).toEqual(payload));

  test('the last of two, since the first may be quoted from a file', () => {
    const second = renderMarker({ head: 'second' }, scope, key);
    expect(parseMarker(`${marker}\n${second}`, scope, key)).toEqual({ head: 'second' });
  });
});

describe('is not believed', () => {
  test.each([
    ['on another pull request', marker, { ...scope, number: 8 }, key],
    ['in another repository', marker, { ...scope, repositoryId: '1296270' }, key],
    ['as another kind', marker.replace(':comment', ':summary'), { ...scope, kind: 'summary' as const }, key],
    ['with another key', marker, scope, 'another key'],
    ['with a changed payload', marker.replace('c0ffee', 'decaf0'), scope, key],
    ['with a shortened signature', marker.replace(/.{2} -->$/, ' -->'), scope, key],
    ['where there is none', 'Some words.', scope, key],
  ])('%s', (_, body, asked, usedKey) => expect(parseMarker(body, asked, usedKey)).toBeUndefined());

  test('no text makes it throw', () => {
    const piece = fc.constantFrom(
      '<!-- copydesk:comment ',
      '{"a":1}',
      '{',
      '}',
      ' ',
      '0'.repeat(64),
      ' -->',
      '\n',
      'x',
    );
    const body = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((parts) => parts.join('')),
    );
    fc.assert(fc.property(body, (text) => parseMarker(text, scope, key) === undefined));
  });
});

test('any payload comes back, and cannot end the HTML comment that hides it', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text))), (value) => {
      const rendered = renderMarker(value, scope, key);
      expect(rendered.indexOf('--', 4)).toBe(rendered.length - 3);
      expect(rendered).toMatch(/^[\x20-\x7e]+$/);
      expect(parseMarker(rendered, scope, key)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
