import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeGaps, fillMessage } from '../../src/findings/fill-message.ts';

function tell(message: string, ...quotes: readonly string[]): string {
  return fillMessage({ message, quotes }, (quote) => `‹${quote}›`);
}

describe('a message', () => {
  test.each([
    ['has quotes in its gaps, where each may stand twice', '{1} and {0}, {0}', '‹b› and ‹a›, ‹a›'],
    ['shows a gap without a quote as an empty one', 'no {2}', 'no ‹›'],
    ['keeps other braces', '{x} {} { }', '{x} {} { }'],
    ['says a brace by two', '{{0} {{{0}', '{0} {‹a›'],
  ])('%s', (_, message, told) => {
    expect(tell(message, 'a', 'b')).toBe(told);
  });

  test('does not look for gaps in a quote', () => {
    expect(tell('{0}', '{1}', 'b')).toBe('‹{1}›');
  });
});

test('escaped words have no gaps, whatever stands in them', () => {
  const words = fc.array(fc.constantFrom('{', '}', '0', '{1}', 'x ')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(words, (own) => {
      expect(tell(`{0} ${escapeGaps(own)} {0}`, 'a', 'b')).toBe(`‹a› ${own} ‹a›`);
    }),
  );
});
