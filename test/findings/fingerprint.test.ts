import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/findings/finding.ts';
import { getFingerprints } from '../../src/findings/fingerprint.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';

function find(rule: string, subject: string, line = 1, path = 'draft/a.md'): Finding {
  return {
    rule,
    severity: 'error',
    path: toRepositoryPath(path),
    place: { startLine: line, startColumn: 1, endLine: line, endColumn: 2 },
    message: 'Words change: a fingerprint does not.',
    quotes: [],
    edits: [],
    subject,
  };
}

const fingerprintOf = (finding: Finding) => getFingerprints([finding])[0];

test('a fingerprint is short and always the same', () => {
  expect(fingerprintOf(find('item-bullet', 'https://ada.example/'))).toMatchInlineSnapshot(`"34f73585b4365308"`);
});

describe('stays when', () => {
  const before = find('item-bullet', 'https://ada.example/');
  test.each([
    ['lines move', find('item-bullet', 'https://ada.example/', 90)],
    ['the draft is renamed', find('item-bullet', 'https://ada.example/', 1, 'content/a.md')],
    ['the words or the severity change', { ...before, message: 'Other words.', severity: 'hint' as const }],
  ])('%s', (_, after) => expect(fingerprintOf(after)).toBe(fingerprintOf(before)));
});

test('differs by rule, by subject, and among equals by order', () => {
  const names = getFingerprints([
    find('item-bullet', 'a'),
    find('item-form', 'a'),
    find('item-bullet', 'b'),
    find('item-bullet', 'a', 7),
    find('item-bullet', 'a', 9),
  ]);
  expect(new Set(names).size).toBe(5);
});

test('rule and subject cannot run into each other', () => {
  expect(fingerprintOf(find('ab', 'c'))).not.toBe(fingerprintOf(find('a', 'bc')));
  expect(fingerprintOf(find('a', 'b","c'))).not.toBe(fingerprintOf(find('a","b', 'c')));
});
