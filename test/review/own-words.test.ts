import { describe, expect, test } from '@jest/globals';
import { parseExternalId, toExternalId } from '../../src/review/external-id.ts';
import { recogniseWords, signWords } from '../../src/review/own-words.ts';
import { toCommitSha } from '../../src/shared/brand.ts';
import { renderMarker } from '../../src/wording/marker.ts';
import { key, signature } from './review-story.ts';

const scope = { repositoryId: signature.repositoryId, number: signature.number };

describe('words of the bot are recognised', () => {
  test('a comment, with the findings and the commit it speaks of', () => {
    const words = { kind: 'comment' as const, fingerprints: ['one', 'two'], head: toCommitSha('c0ffee') };
    expect(recogniseWords(signWords('Some words.', words, signature), signature)).toEqual(words);
  });

  test('a summary', () => {
    const body = signWords('Some words.', { kind: 'summary' }, signature);
    expect(recogniseWords(body, signature)).toEqual({ kind: 'summary' });
  });
});

test('a marker that a submission copied from another comment changes nothing', () => {
  const comment = { kind: 'comment' as const, fingerprints: ['one'], head: toCommitSha('c0ffee') };
  const copied = (words: Parameters<typeof signWords>[1]): string =>
    `Corrected: \`${signWords('', words, signature).trim()}\``;
  const summary = signWords(copied(comment), { kind: 'summary' }, signature);
  expect(recogniseWords(summary, signature)).toEqual({ kind: 'summary' });
  expect(recogniseWords(signWords(copied({ kind: 'summary' }), comment, signature), signature)).toEqual(comment);
});

describe('other words are not', () => {
  test.each([
    ['without a marker', 'Some words.'],
    ['signed for another pull request', signWords('', { kind: 'summary' }, { ...signature, number: 8 })],
    ['signed for another repository', signWords('', { kind: 'summary' }, { ...signature, repositoryId: '2' })],
    ['signed with another key', signWords('', { kind: 'summary' }, { ...signature, key: 'other' })],
    ['signed, but without findings', renderMarker({ head: 'c0ffee' }, { ...scope, kind: 'comment' }, key)],
    [
      'signed, but with findings of another shape',
      renderMarker({ fingerprints: 'one' }, { ...scope, kind: 'comment' }, key),
    ],
  ])('%s', (_, body) => expect(recogniseWords(body, signature)).toBeUndefined());
});

describe('the external id of a check run', () => {
  test('names the pull request and follows what is said', () => {
    expect(toExternalId(7, { title: 'a' }, [])).toMatch(/^7:[0-9a-f]{16}:$/);
    expect(toExternalId(7, { title: 'a' }, [])).not.toBe(toExternalId(7, { title: 'b' }, []));
    expect(parseExternalId(toExternalId(7, {}, ['x']))).toMatchObject({ number: 7, posted: [expect.any(String)] });
  });

  test('tells whether annotations are still to come, however many there are', () => {
    for (const posted of [[], ['x'], Array.from({ length: 50 }, (_, index) => index)]) {
      const [part, whole] = [false, true].map((isWhole) => toExternalId(7, {}, posted, isWhole));
      expect(parseExternalId(part ?? '')).toEqual({ ...parseExternalId(whole ?? ''), isWhole: false });
      expect(parseExternalId(whole ?? '')?.isWhole).toBe(true);
    }
  });

  const digest = '0123456789abcdef';
  test.each([
    '',
    '7',
    `seven:${digest}:`,
    `7:${digest}`,
    `7:${digest}:0123`,
    `7:0123:`,
    `7:${digest}:++`,
    `${'9'.repeat(30)}:${digest}:`,
  ])('%j is not ours', (id) => {
    expect(parseExternalId(id)).toBeUndefined();
  });
});
