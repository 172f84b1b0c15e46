import { describe, expect, test } from '@jest/globals';
import { linkSyntax } from '../../src/rules/link-syntax.ts';
import { reviewLines } from '../support/check-rule.ts';
import { reviewRegions } from '../support/review-region.ts';

function review(line: string, section?: string): string {
  return reviewLines([line], section, [linkSyntax]);
}

test('the template’s address with the real one inside', () => {
  expect(review('* [Moon]([https://example.com/my_article](https://ada.example/moon))')).toMatchInlineSnapshot(`
   "error link-syntax: One link is inside the address of another: keep only ‹https://ada.example/moon›.
   - * [Moon]([https://example.com/my_article](https://ada.example/moon))
   + * [Moon](https://ada.example/moon)"
  `);
});

describe('marks that Markdown does not forgive are mended', () => {
  test.each([
    ['* [Moon] (https://ada.example/moon)', 'the space between'],
    ['* [Moon](https://ada.example/moon', 'the parenthesis after the address is missing'],
    ['* [Moon](https://ada.example/moon]', 'the parenthesis after the address is missing'],
    ['* [Moon](https://ada.example/moon))', 'one parenthesis too many'],
    ['* [Moon]((https://ada.example/moon)', 'two parentheses open before the address'],
    ['* [Moon]((https://ada.example/moon))', 'two parentheses open before the address'],
    ['* [Moon]( (https://ada.example/moon', 'two parentheses open before the address'],
    ['* [Moon(https://ada.example/moon)', 'the square brackets'],
    ['* Moon](https://ada.example/moon)', 'the square brackets'],
    ['* [Moon]](https://ada.example/moon)', 'the square brackets'],
    ['* [Moon]([https://example.com/my_article](https://ada.example/moon)', 'one link is inside'],
  ])('%s', (line, reason) => {
    const told = review(line);
    expect(told.toLowerCase()).toContain(reason);
    expect(told).toContain('\n+ * [Moon](https://ada.example/moon)');
  });
});

test('a bracket that slipped into the code before it comes out there', () => {
  expect(review('* [On the `moon]`(https://ada.example/moon)')).toContain(
    '\n+ * [On the `moon`](https://ada.example/moon)',
  );
});

describe('where only the author knows what was meant, there is no suggestion', () => {
  test.each([
    ['* [](https://ada.example/moon)'],
    ['* [Moon]()'],
    ['* [Moon](https://ada.example/the moon)'],
    ['* [Sea] of the moon](https://ada.example/moon)'],
    ['* [Moon] ](https://ada.example/moon)'],
    ['* ](https://ada.example/moon)'],
    ['* [Moon]https://ada.example/moon)'],
    ['* https://ada.example/moon'],
    ['* [Moon](https://example.com/my_article)'],
    ['* [Moon](https://www.example.org)'],
  ])('%s', (line) => {
    const told = review(line);
    expect(told).toMatch(/^error link-syntax: /);
    expect(told.split('\n')).toHaveLength(1);
  });
});

test.each([
  ['* 2026-03-10 | Delft, NL | [Rust Delft] ](https://ada.example/delft)'],
  ['* 2026-03-10 | Delft, NL | [Rust Delft] and sea](https://ada.example/delft)'],
])('nor in the middle of an event: %s', (line) => {
  const told = reviewRegions(linkSyntax, {}, { Europe: [line] });
  expect(told).toBe(
    'error link-syntax: The square brackets around the link text do not match: write [title](address).',
  );
});

test.each([
  ['* [Moon](https://ada.example/moon)'],
  ['* [Moon (part 2)](https://ada.example/moon_(part_2))'],
  ['* [Moon](<https://ada.example/the moon>)'],
  ['* [Moon](https://ada.example/moon "With a title")'],
  ['* [`Vec<[u8]>` on the moon](https://ada.example/moon)'],
  ['* [Moon](https://ada.example/((moon)))'],
  ['* [Notexample](https://notexample.com/moon)'],
  ['* [Moon](https://ada.example/?see=example.com)'],
])('%s is fine', (line) => {
  expect(review(line)).toBe('nothing to say');
});

describe('an address that stands by itself in the items of events and calls', () => {
  const event = '* 2026-03-10 | Delft, NL | ';
  const title = '    * [**Talks**](https://ada.example/talks)';
  const organiser = '[Rust Delft](https://ada.example)';

  test.each<[string, string, ...string[]]>([
    ['CFP - Projects', '[project - title of the issue](address)', '* https://github.com/ada/moon/issues/340'],
    ['CFP - Projects', '[project - title of the issue](address)', '* moon - Fly: https://github.com/ada/moon/issues/3'],
    ['CFP - Events', '[**event**](address)', '* SeaConf: https://ada.example | CFP closes 2026-03-20 | Delft, NL'],
    ['Europe', '[organiser](address)', `${event}https://luma.com/rfe`, title],
    ['Europe', '[organiser](address)', `${event}Rust Delft (https://ada.example)`, title],
    ['Europe', '[organiser](address)', `${event}${organiser} | <https://ada.example/other>`, title],
    ['Europe', '[**title**](address)', `${event}${organiser}`, '    * **Talks** https://ada.example/talks'],
    ['Europe', '[**title**](address)', `${event}${organiser}`, '    * https://ada.example/talks'],
  ])('%s: write %s', (section, form, ...lines) => {
    const told = reviewRegions(linkSyntax, {}, { [section]: lines });
    expect(told).toMatch(/^error link-syntax: The address ‹https:\S+› stands by itself: write /);
    expect(told).toContain(`write ${form}.`);
    expect(told.split('\n')).toHaveLength(1);
  });

  test.each<[string, ...string[]]>([
    ['CFP - Projects', '* [moon - Fly](https://github.com/ada/moon/issues/3) (see https://ada.example)'],
    ['CFP - Projects', '* [moon - Fly](https://github.com/ada/moon/issues/3)', '    * see https://ada.example'],
    ['CFP - Projects', 'More of them: https://ada.example'],
    ['CFP - Events', '* [**SeaConf**](https://ada.example) | CFP closes 2026-03-20 | https://ada.example/cfp'],
    ['Europe', `${event}${organiser}`, '    * [**Talks**](https://ada.example/talks) https://ada.example'],
    ['Europe', '* Talks in March: https://ada.example'],
    ['Europe', `${event}[https://ada.example](https://ada.example)`, title],
  ])('%s: %s is fine, or other rules speak of it', (section, ...lines) => {
    expect(reviewRegions(linkSyntax, {}, { [section]: lines })).toBe('nothing to say');
  });
});

test('an address may stand for itself where items have another form', () => {
  expect(review('* See https://ada.example/jobs', 'Jobs')).toBe('nothing to say');
});
