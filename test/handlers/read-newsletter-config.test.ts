import { describe, expect, test } from '@jest/globals';
import { readNewsletterConfig } from '../../src/handlers/read-newsletter-config.ts';
import { MUCH_WORK, measureWork } from '../support/measure-work.ts';

const KEYS = Array.from({ length: 1900 }, (_, index) => `a${index}`);

describe('thousands of unknown keys, in no time', () => {
  test.each([
    ['at the top', KEYS.map((key) => `${key}: 1`).join('\n')],
    ['in a row', `{${KEYS.join(',')}}`],
    ['as rules', `rules:\n${KEYS.map((key) => ` ${key}: off`).join('\n')}`],
    ['as options', `rules:\n title-length:\n  options:\n${KEYS.map((key) => `   ${key}: 1`).join('\n')}`],
  ])('%s', (_, text) => {
    const work = measureWork(() => {
      const reading = readNewsletterConfig(text);
      expect(reading.ok ? [] : reading.problems).toHaveLength(20);
    });
    expect(work).toBeLessThan(MUCH_WORK);
  });
});

test('names that every object of JavaScript knows are unknown here', () => {
  const text = 'rules: { __proto__: off, constructor: off, toString: off }\n__proto__: { bullet: "-" }\n';
  const reading = readNewsletterConfig(text);
  expect(reading.ok ? [] : reading.problems.map(({ quotes }) => quotes[0])).toEqual([
    '__proto__',
    'constructor',
    'toString',
    '__proto__',
  ]);
});
