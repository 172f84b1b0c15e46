import { describe, expect, test } from '@jest/globals';
import { caps, findOverCap } from '../../src/newsletter/caps.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';

function say(text: string): string {
  const over = findOverCap(toRepositoryPath('draft/x.md'), text);
  return over === undefined ? 'readable' : `${over.reason}, line ${over.line}`;
}

describe('what is over a cap is named, not parsed', () => {
  test.each([
    ['an ordinary item', '# Tooling\n* [a](https://a)\n', 'readable'],
    ['thrice the longest issue', '* [a title of some words](https://example.com/a/page)\n'.repeat(2_400), 'readable'],
    ['two megabytes', 'word '.repeat(400_000), 'too-large, line 1'],
    ['too many lines', '\n'.repeat(caps.lines), 'too-large, line 5000'],
    ['a line of bullets', `# Tooling\n${'- '.repeat(20_000)}`, 'line-too-long, line 2'],
    ['a short line of bullets', `x\n${'- '.repeat(20)}`, 'too-deep, line 2'],
    [
      'a staircase',
      Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth * 2)}* x`).join('\n'),
      'too-deep, line 52',
    ],
    ['a line of half links', `x\nx\n${']('.repeat(300)}`, 'too-many-marks, line 3'],
    ['lines of half links', `${']('.repeat(100)}\n`.repeat(100), 'too-many-marks, line 61'],
    ['many pieces', '# x\n\n<a>\n\n'.repeat(400), 'too-many-marks, line 801'],
    ['definitions', '[x]: y\n'.repeat(401), 'too-many-marks, line 401'],
    ['quotations in lists', '> * x\n'.repeat(101), 'too-deep, line 101'],
    ['bytes', 'PNG\0\0', 'binary, line 1'],
  ])('%s', (_, text, said) => {
    expect(say(text)).toBe(said);
  });
});
