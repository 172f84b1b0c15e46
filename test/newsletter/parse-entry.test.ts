import { describe, expect, test } from '@jest/globals';
import type { Entry } from '../../src/newsletter/issue.ts';
import { allItems, parse } from './outline.ts';

function entryOf(line: string): Entry {
  const [item] = allItems(parse(`# Tooling\n* ${line}\n`));
  if (item === undefined) throw new Error(`no item in ${line}`);
  return item.entry;
}

/** `prefixes | before | title → url (defect) … | after` */
function say(line: string): string {
  const { prefixes, before, links, after } = entryOf(line);
  const said = links.map(({ title, url, hover, defect }) =>
    [`${title.text} → ${url.text}`, hover === undefined ? '' : `"${hover}"`, defect === undefined ? '' : `(${defect})`]
      .filter((part) => part !== '')
      .join(' '),
  );
  return [prefixes.map(({ text }) => `[${text}]`).join(''), before.text, said.join(' ; '), after.text].join(' | ');
}

describe('well-formed links', () => {
  test.each([
    ['[a](https://x)', ' |  | a → https://x | '],
    ['[a](<https://x y>)', ' |  | a → https://x y | '],
    ['[a](https://x "hover")', ' |  | a → https://x "hover" | '],
    ['[a [b] \\] c](https://x)', ' |  | a [b] \\] c → https://x | '],
    ['[`a]` b](https://x)', ' |  | `a]` b → https://x | '],
    ['[a](https://x/w_(y))', ' |  | a → https://x/w_(y) | '],
    ['([a](https://x))', ' | ( | a → https://x | )'],
    ['[**a**](https://x)| 2026-03-04', ' |  | **a** → https://x | | 2026-03-04'],
    ['`[a](b)` [c](https://x)', ' | `[a](b)` | c → https://x | '],
    ['![pic](https://p) [c](https://x)', ' | ![pic](https://p) | c → https://x | '],
    ['no link [at all]', ' | no link [at all] |  | '],
  ])('%s', (line, said) => {
    expect(say(line)).toBe(said);
  });
});

describe('prefixes, and text round the links', () => {
  test.each([
    ['[video] [a](https://x)', '[video] |  | a → https://x | '],
    ['[video][ZH|EN] [a](https://x)', '[video][ZH|EN] |  | a → https://x | '],
    ['[video][a](https://x)', '[video] |  | a → https://x | '],
    ['[video] - [a](https://x)', '[video] | - | a → https://x | '],
    ['New: [a](https://x) and [b](https://y), both good', ' | New: | a → https://x ; b → https://y | , both good'],
  ])('%s', (line, said) => {
    expect(say(line)).toBe(said);
  });
});

describe('broken links are read as meant', () => {
  test.each([
    ['[a] (https://x)', ' |  | a → https://x (blank-before-parenthesis) | '],
    ['[a](https://x', ' |  | a → https://x (unclosed-parenthesis) | '],
    ['[a](https://x and more', ' |  | a → https://x (unclosed-parenthesis) | and more'],
    ['[a](https://x))', ' |  | a → https://x (stray-parenthesis) | '],
    ['[a]((https://x)) b', ' |  | a → https://x (doubled-parenthesis) | b'],
    ['[a](https://x y)', ' |  | a → https://x y (blank-in-url) | '],
    ['[](https://x)', ' |  |  → https://x (empty-title) | '],
    ['[a]()', ' |  | a →  (empty-url) | '],
    ['[a]([https://example.com/y](https://x))', ' |  | a → https://x (nested-link) | '],
    ['[a(https://x)', ' |  | a → https://x (unclosed-bracket) | '],
    ['a](https://x)', ' |  | a → https://x (unclosed-bracket) | '],
    ['[a]](https://x)', ' |  | a → https://x (unclosed-bracket) | '],
    ['https://x/y.', ' |  | https://x/y → https://x/y (bare-url) | .'],
    ['<https://x>', ' |  | https://x → https://x (bare-url) | '],
  ])('%s', (line, said) => {
    expect(say(line)).toBe(said);
  });
});
