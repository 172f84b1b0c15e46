import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { toInertPlain, toInertSpan, toLiteralMarkdown } from '../../src/wording/inert-text.ts';

/** What Markdown makes of a text: the kinds of its nodes. */
function getNodeTypes(markdown: string): readonly string[] {
  const types: string[] = [];
  visit(remark().use(remarkGfm).parse(markdown), (node) => {
    types.push(node.type);
  });
  return types;
}

/** What people try, and what happens by accident. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('@ada', '@org/team', '#12', 'o/r#12', 'GH-12', 'https://github.com/o/r/pull/12', 'www.site.org'),
      fc.constantFrom('`', '``', '```', '~~~', '\n', '\r\n', '\n\n', '\n# ', '\n> ', '\n- ', '\n```\n', '<!--', '-->'),
      fc.constantFrom('<img src=x>', '<script>', '![i](https://x.y/z.png)', '[t](u)', '**b**', '\\', '|', '$', '&lt;'),
      fc.constantFrom('\u202E', '\u200B', '\u2028', '\u0000', '\u0085', '\uD800', '\uFEFF', '\u2066'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('foreign text in Markdown', () => {
  test.each([
    ['plain words', 'Fearless concurrency', '`Fearless concurrency`'],
    ['a mention', '@ada and @org/team', '`@ada and @org/team`'],
    ['backticks inside', 'the `?` operator', '``the `?` operator``'],
    ['backticks at the ends', '`let`', '`` `let` ``'],
    ['nothing but backticks', '```', '```` ``` ````'],
    ['line breaks', 'one\r\n\r\n# two', '`one # two`'],
    ['a blank at the end', '* ', '`* `'],
    ['blanks at both ends', ' a ', '`  a  `'],
    ['text that runs backwards', 'abc\u202Efed', '`abc⟨U+202E⟩fed`'],
    ['hidden characters', 'a\u200Bb\u0000c\u00ADd', '`a⟨U+200B⟩b⟨U+0000⟩c⟨U+00AD⟩d`'],
    ['half a character', 'a\uD83Db', '`a⟨U+D83D⟩b`'],
    ['joined emoji', '👩‍💻 and ❤️', '`👩‍💻 and ❤️`'],
    ['no text', '', '(empty)'],
  ])('%s', (_, foreign, expected) => expect(toInertSpan(foreign)).toBe(expected));

  test('is cut to its limit, between characters', () => {
    expect(toInertSpan('12345678', 6)).toBe('`12345…`');
    expect(toInertSpan('1234😀78', 6)).toBe('`1234…`');
  });

  test('is one code span in one paragraph, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, (foreign) => {
        fc.pre(foreign !== '');
        const span = toInertSpan(foreign);
        expect(getNodeTypes(`See ${span} here.`)).toEqual(['root', 'paragraph', 'text', 'inlineCode', 'text']);
        expect(span).not.toMatch(/[\n\r\u2028\u2029\u200B\u202A-\u202E\u2066-\u2069]/);
        expect(span.length).toBeLessThan(1_000);
      }),
    );
  });
});

describe('foreign text where no Markdown is', () => {
  const visible = (text: string): string => text.replaceAll('\u200B', '·');

  test.each([
    ['a mention', 'ask @ada', 'ask @·ada'],
    ['references', '#1, o/r#2, GH-3', '#·1, o/r#·2, GH-·3'],
    ['addresses', 'https://a.b/c and www.d.e', 'https:·//a.b/c and www·.d.e'],
    ['line breaks', 'one\n::error::two', 'one ::error::two'],
    ['code', 'the `?` operator', 'the `?` operator'],
  ])('%s', (_, foreign, expected) => expect(visible(toInertPlain(foreign))).toBe(expected));

  test('never starts a mention, reference or link', () => {
    fc.assert(
      fc.property(hostile, (foreign) => {
        expect(toInertPlain(foreign)).not.toMatch(/@\w|#\d|GH-\d|:\/\/|www\.|[\n\r\u202E]/i);
      }),
    );
  });
});

describe('our own words in Markdown', () => {
  test.each([
    ['markup is shown', 'a * b, [c], <d> and _e_', 'a \\* b, \\[c\\], \\<d\\> and \\_e\\_'],
    ['code stays code', 'start with `* `', 'start with `* `'],
    ['a lone backtick is shown', 'a ` b', 'a \\` b'],
    ['an address stays a link', 'see https://a.b/c_d?e&f', 'see https://a.b/c_d?e&f'],
  ])('%s', (_, own, expected) => expect(toLiteralMarkdown(own)).toBe(expected));
});
