import { expect, test } from '@jest/globals';
import { keepConflicts } from '../../src/proposals/keep-conflicts.ts';

const words = '* [a](https://a.test)\n  more of it';
const before = new Map([['updates', [words]]]);

/** What still stands of an earlier conflict, by the draft as it is now. */
function keep(text: string, generated = `one\n${words}\ntwo`): ReadonlyMap<string, readonly string[]> {
  return keepConflicts(before, { text, generated: new Map([['updates', generated]]), conflicts: new Map() });
}

test('a conflict is told for as long as the same is generated', () => {
  expect(keep('one\ntwo')).toEqual(before);
  expect(keep('one\ntwo', 'one\ntwo').size).toBe(0);
});

test('a conflict ends where editors take the lines over, whatever the line ends, and not where theirs hold the words', () => {
  expect(keep(`one\n${words}\ntwo`).size).toBe(0);
  expect(keep(`one\r\n${words.replace('\n', '\r\n')}\r\ntwo`).size).toBe(0);
  expect(keep(`one\n${words}, and ours\ntwo`)).toEqual(before);
});
