// A title between the brackets of a link shows what its author wrote, whatever is in it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { escapeTitle } from '../../src/sections/escape-title.ts';
import { renderLine } from '../../src/sections/render-line.ts';

const parser = remark().use(remarkGfm);
const URL = 'https://github.com/rust-lang/rust/pull/1';

/** What readers see of a line: its one link, text and code apart from each other. */
function show(line: string): { readonly links: number; readonly text: string } {
  const parts: string[] = [];
  let links = 0;
  visit(parser.parse(line), (node) => {
    if (node.type === 'link' && node.url === URL) links += 1;
    if (node.type === 'text') parts.push(node.value);
    if (node.type === 'inlineCode') parts.push(`\`${node.value}\``);
    if (['html', 'emphasis', 'strong', 'image', 'delete', 'linkReference', 'break'].includes(node.type)) {
      parts.push(`<${node.type}>`);
    }
  });
  return { links, text: parts.join('') };
}

describe('a title as a line', () => {
  test.each([
    ['Make NonZero<char> possible', String.raw`Make NonZero\<char\> possible`],
    ["Allow `'_` in Foo<'_>", "Allow `'_` in Foo<'_>"],
    ['implement PartialEq for [T; N] and &[T; N]', 'implement PartialEq for [T; N] and &[T; N]'],
    ['[RFC] [T](x) and a lone ]', String.raw`\[RFC\] \[T\](x) and a lone \]`],
    ['use *const T, not *mut T', String.raw`use \*const T, not \*mut T`],
    ['a C:\\temp, a \\* and a \\', String.raw`a C:\temp, a \\* and a \\`],
    ['one ` alone', String.raw`one \` alone`],
    ['treat [merged] as a label', String.raw`treat \[merged\] as a label`],
    ['Gate #![reexport_test_harness_main] properly', 'Gate #![reexport_test_harness_main] properly'],
  ])('%s', (title, escaped) => {
    expect(escapeTitle(title)).toBe(escaped);
    expect(show(renderLine('*', escapeTitle(title), URL))).toEqual({ links: 1, text: title });
  });

  test('what cannot be seen, or turns the direction, is left out', () => {
    expect(escapeTitle('\u001B[2Jturn\u202E it\u200B \u2066around\u0007 👩‍🔧')).toBe(
      '[2Jturn it around 👩‍🔧'.replace('[', String.raw`\[`),
    );
  });

  test('anything at all shows literally, as one link', () => {
    const pieces = [
      'a',
      'B_c',
      '_',
      '*',
      '**',
      '`',
      '``',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '<b>',
      '</b>',
      '!',
      '&amp;',
      '\\',
      '~~',
      ' ',
    ];
    const title = fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 })
      .map((parts) => `x${parts.join('')}x`);
    fc.assert(
      fc.property(title, (text) => {
        const { links, text: shown } = show(renderLine('*', escapeTitle(text), URL));
        expect(links).toBe(1);
        // Code shows without the blank that Markdown takes from both its ends, and with one backtick here.
        const plain = (value: string): string => value.replace(/`+ ?| ?`+|\s+/g, '');
        expect(plain(shown)).toBe(plain(text));
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  test('line breaks and blanks do not break the list', () => {
    expect(escapeTitle(' two\nlines\t here ')).toBe('two lines here');
  });
});
