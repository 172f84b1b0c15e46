import { describe, expect, test } from '@jest/globals';
import { cutIssue } from '../../src/archive/cut-issue.ts';
import { defaultConfig } from '../../src/config/defaults.ts';

const cut = (...lines: readonly string[]): string => cutIssue(lines.join('\n'), defaultConfig);

const top = [
  '## Updates from Rust Community',
  '### Official',
  '* [a](https://a.example)',
  '### Fair',
  '* [b](https://b.example)',
];

test('what follows the last section of links is left out', () => {
  expect(cut(...top, '', '## Crate of the Week', 'x', '## Upcoming Events', 'y')).toBe(`${top.join('\n')}\n\n`);
});

test('a section of links far below is kept', () => {
  const whole = [...top, '## Upcoming Events', 'y', '### Research', '* [c](https://c.example)', ''];
  expect(cut(...whole)).toBe(whole.join('\n'));
});

test('an issue without such sections, or without anything behind them, is not touched', () => {
  expect(cut(...top)).toBe(top.join('\n'));
  expect(cut('no heading at all')).toBe('no heading at all');
  expect(cut(...top, 'written ## Quote')).toBe([...top, 'written ## Quote'].join('\n'));
});

describe('where # may be no heading, or another heading may stand, the issue stays whole', () => {
  test.each([
    ['code', ['```', '## Official', '```']],
    ['code in a list', ['* ```', '  ## Official', '  ```']],
    ['a comment', ['<!--', '## Official', '-->']],
    ['a comment that goes on', ['<!--', 'how to', '## Official', '-->']],
    ['a second comment', ['<!-- one --> <!--', '## Official', '-->']],
    ['HTML', ['<pre>', '## Official', '</pre>']],
    ['HTML in capitals', ['<PRE>', '## Official', '</PRE>']],
    ['an underlined heading', ['Official', '---']],
    ['old line ends', ['a\r## Official']],
  ])('%s', (_, lines) => {
    const whole = [...top, '## Upcoming Events', ...lines, '', '## Quote of the Week', ''];
    expect(cut(...whole)).toBe(whole.join('\n'));
  });

  test('but a comment without headings does no harm', () => {
    const after = ['## Upcoming Events', '<!--', 'how to', '-->', '## Quote'];
    expect(cut(...top, ...after)).toBe(`${top.join('\n')}\n`);
  });
});
