import { expect, test } from '@jest/globals';
import { createEtagCache } from '../../../src/adapters/github/etag-cache.ts';

const answer = (characters: number) => ({ etag: '"v1"', text: 'x'.repeat(characters) });

test('hundreds of large answers, as of pull requests with large patches, do not stay in memory', () => {
  const cache = createEtagCache();
  for (let number = 1; number <= 300; number += 1) cache.set(`pull ${number}`, answer(900_000));
  const kept = Array.from({ length: 300 }, (_, index) => `pull ${index + 1}`).filter((key) => cache.get(key));
  expect(kept).toEqual([
    'pull 293',
    'pull 294',
    'pull 295',
    'pull 296',
    'pull 297',
    'pull 298',
    'pull 299',
    'pull 300',
  ]);
});

test('an answer that would push all others out is not kept, nor what it replaces', () => {
  const cache = createEtagCache();
  cache.set('small', answer(10));
  cache.set('grown', answer(10));
  cache.set('grown', answer(1_000_001));
  expect(cache.get('grown')).toBeUndefined();
  expect(cache.get('small')).toEqual(answer(10));
});

test('what is asked for again stays longest, and an answer that is renewed counts once', () => {
  const cache = createEtagCache();
  for (let round = 0; round < 20; round += 1) cache.set('often', answer(1_000_000));
  for (let number = 1; number <= 20; number += 1) {
    cache.set(`once ${number}`, answer(1_000_000));
    expect(cache.get('often')).toBeDefined();
  }
  expect(cache.get('once 13')).toBeUndefined();
  expect(cache.get('once 14')).toBeDefined();
});
