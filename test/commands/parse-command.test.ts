import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { findCommandLines } from '../../src/commands/find-command-lines.ts';
import { parseCommands } from '../../src/commands/parse-command.ts';
import { MUCH_WORK, measureWork } from '../support/measure-work.ts';

const join = (...lines: readonly string[]): string => lines.join('\n');

test('a command is looked for in the first ten thousand characters, and taken whole or not at all', () => {
  const words = (length: number): string => `${'x'.repeat(length - 1)}\n`;
  expect(parseCommands(`${words(9_980)}/copydesk recheck`)).toMatchObject([{ kind: 'recheck' }]);
  expect(parseCommands(`${words(9_980)}/copydesk recheck\n${words(60_000)}`)).toMatchObject([{ kind: 'recheck' }]);
  expect(parseCommands(`${words(9_983)}/copydesk recheck`)).toMatchObject([{ kind: 'recheck' }]);
  expect(parseCommands(`${words(9_984)}/copydesk recheck`)).toEqual([]);
  expect(parseCommands(`${words(60_000)}/copydesk recheck`)).toEqual([]);
});

describe('a line that starts with /copydesk is a command', () => {
  test.each([
    ['/copydesk help', { kind: 'help' }],
    ['/copydesk', { kind: 'help' }],
    ['  /CopyDesk   RECHECK  \r', { kind: 'recheck' }],
    ['/copydesk section?', { kind: 'which-section' }],
    ['/copydesk section', { kind: 'which-section' }],
    ['/copydesk section ?', { kind: 'which-section' }],
    ['/copydesk section  Rust Walkthroughs ', { kind: 'section', name: 'Rust Walkthroughs' }],
    ['/copydesk section "Rust Walkthroughs"', { kind: 'section', name: 'Rust Walkthroughs' }],
    ['/copydesk ignore Item-Form', { kind: 'ignore', rule: 'item-form', reason: undefined }],
    ['/copydesk ignore `item-form` two talks', { kind: 'ignore', rule: 'item-form', reason: 'two talks' }],
    ['/copydesk ignore', { kind: 'ignore', rule: '', reason: undefined }],
    ['/copydesk fill', { kind: 'fill', sections: [] }],
    ['/copydesk fill updates', { kind: 'fill', sections: ['updates'] }],
    ['/copydesk fill Approved RFCs', { kind: 'fill', sections: ['approved rfcs', 'approved', 'rfcs'] }],
    [
      '/copydesk fill "Approved RFCs", updates',
      { kind: 'fill', sections: ['"approved rfcs", updates', 'approved rfcs', 'updates'] },
    ],
    ['/copydesk fulfil', { kind: 'unknown', text: 'fulfil' }],
  ])('%j', (line, command) => {
    expect(parseCommands(line)).toEqual([{ text: expect.any(String), ...command }]);
  });

  test('among other lines, and several in one comment', () => {
    const comment = join(
      'Hello @editor, this [talk](https://ada.example) uses `Pin`.',
      '/copydesk ignore item-form it has two parts',
      '',
      '* one more thing',
      '/copydesk recheck',
      'Thanks!',
    );
    expect(parseCommands(comment).map(({ kind }) => kind)).toEqual(['ignore', 'recheck']);
  });

  test.each([
    ['after a quotation', join('> What about this?', '', '/copydesk help')],
    ['after a fence that has ended', join('```', '/copydesk recheck', '```', '/copydesk help')],
    ['after a comment that has ended', join('<!-- note -->', '', '/copydesk help')],
    ['after a list', join('1. one', '2. two', '', '/copydesk help')],
  ])('%s', (_, comment) => {
    expect(parseCommands(comment)).toEqual([{ kind: 'help', text: 'help' }]);
  });
});

describe('no command', () => {
  test.each([
    ['another word', '/copydesks help'],
    ['a mention in a sentence', 'Write /copydesk help'],
    ['a list item', '- /copydesk help'],
    ['a code span', '`/copydesk help`'],
    ['inside a code span of two lines', join('see `', '/copydesk help', '`')],
    ['indented code', '    /copydesk help'],
    ['indented by a tab', '\t/copydesk help'],
    ['fenced code', join('```', '/copydesk help', '```')],
    ['fenced by tildes', join('~~~ text ```', '/copydesk help', '```', '~~~')],
    ['in a fence that a shorter one does not end', join('````', '```', '/copydesk help', '````')],
    ['in a fence that never ends', join('```', '', '/copydesk help')],
    ['in a fence of a list item', join('- ```', '  code', 'text', '```', '/copydesk help')],
    ['in an indented fence of a list item', join('- a', '', '  ```', 'b', '  ```', '/copydesk help', '```')],
    ['a quotation', '> /copydesk help'],
    ['a quotation that goes on without its mark', join('> I would write', '/copydesk help')],
    ['a quotation in a list', join('- > I would write', '/copydesk help')],
    ['in a comment', join('<!--', '', '/copydesk help', '-->')],
    ['in a comment that begins in a line', join('Thanks! <!--', '/copydesk help', '-->')],
    ['in HTML', join('<div>', '/copydesk help', '</div>')],
    ['in preformatted HTML', join('<pre>', '', '/copydesk help', '</pre>')],
    ['in the title of a link', join('[a](https://ada.example "', '/copydesk help', '")')],
    ['an empty comment', ''],
  ])('%s', (_, comment) => {
    expect(parseCommands(comment)).toEqual([]);
  });
});

const pieces = [
  ...['/copydesk help', '/copydesk ignore a', '  /copydesk help', '   /copydesk recheck', 'word', ' ', '    ', '\t'],
  ...[
    '\n',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '```',
    '````',
    '~~~',
    '`',
    '``',
    '> ',
    '- ',
    '1. ',
    '* ',
    '  ',
    '# ',
    '---',
  ],
  ...[
    '<!--',
    '-->',
    '<pre>',
    '</pre>',
    '<div>',
    '<',
    '>',
    '[a]',
    ']:',
    '](',
    ')',
    '"',
    '\\',
    '|',
    '===',
    '&lt;',
    '[^1]: ',
  ],
];
const text = fc
  .array(fc.constantFrom(...pieces), { maxLength: 25 })
  .map((parts) => parts.join(''))
  .map(numberCommands);

/** So that one command is not mistaken for another. */
function numberCommands(comment: string): string {
  let count = 0;
  return comment.replace(/\/copydesk \w+/g, (command) => `${command}${(count += 1)}x`);
}

/** What is left of a comment in paragraphs and headings once code, HTML and quotations are out. */
function readPlainText(markdown: string): string {
  const shown: string[] = [];
  visit(remark().use(remarkGfm).parse(markdown), (node) => {
    if (node.type === 'blockquote') return 'skip';
    if (node.type === 'text') shown.push(node.value);
    return undefined;
  });
  return shown.join('\n');
}

describe('whatever strangers write', () => {
  test('a command is one to a Markdown parser too', () => {
    fc.assert(
      fc.property(text, (comment) => {
        const plain = readPlainText(comment);
        const names = findCommandLines(comment).map((line) => line.replace(/(?<=\dx).*/, ''));
        expect(names.filter((name) => !plain.includes(`/copydesk ${name}`))).toEqual([]);
      }),
      { numRuns: 1500, seed: 7 },
    );
  });

  test.each([
    '`',
    '> ',
    '- ',
    '<!--',
    '[',
    '](',
    '/copydesk ',
    '``` ',
    '<a ',
    '\\`',
    '`` ` ',
    '/copydesk ignore \n',
    ' ',
  ])('a comment full of %j is read at once', (piece) => {
    const work = measureWork(() => {
      parseCommands(`/copydesk help\n${piece.repeat(Math.floor(65_000 / piece.length))}\n/copydesk help`);
      parseCommands(`${`${piece.repeat(200)}\n`.repeat(Math.floor(65_000 / (piece.length * 200 + 1)))}/copydesk help`);
    }, 6);
    expect(work).toBeLessThan(MUCH_WORK);
  });
});
