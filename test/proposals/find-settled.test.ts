import { expect, test } from '@jest/globals';
import { findSettled, toDigest } from '../../src/proposals/find-settled.ts';

const written = toDigest('recorded');

test.each([
  ['nothing was written down', 'later', ['recorded'], undefined, 'later'],
  ['the branch is as it was written down', 'recorded', ['before'], written, 'recorded'],
  ['an editor wrote last', 'edited', [], written, 'edited'],
  ['one commit of ours was not written down', 'later', ['recorded'], written, 'recorded'],
  ['two of ours were not, above another that was', 'later still', ['later', 'recorded', 'before'], written, 'recorded'],
  ['ours stands on an editor’s', 'later', ['edited'], written, 'edited'],
])('where %s', (_, text, before, record, settled) => {
  expect(findSettled(text, { first: undefined, before }, record)).toBe(settled);
});
