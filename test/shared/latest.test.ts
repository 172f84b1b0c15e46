import { expect, test } from '@jest/globals';
import { Latest } from '../../src/shared/latest.ts';

test('what was neither asked for nor set for longest goes first', () => {
  const words = new Latest<string>(2);
  words.set('a', 'ant');
  words.set('b', 'bee');
  expect(words.get('a')).toBe('ant');
  words.set('c', 'cat');
  expect(['a', 'b', 'c'].map((key) => words.get(key))).toEqual(['ant', undefined, 'cat']);
});

test('what is set again takes no other place', () => {
  const words = new Latest<string>(2);
  words.set('a', 'ant');
  words.set('b', 'bee');
  words.set('b', 'bear');
  expect(['a', 'b'].map((key) => words.get(key))).toEqual(['ant', 'bear']);
});

test('what is taken out is gone', () => {
  const words = new Latest<string>(2);
  words.set('a', 'ant');
  words.delete('a');
  expect(words.get('a')).toBeUndefined();
});
