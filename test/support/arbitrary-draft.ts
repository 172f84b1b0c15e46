import fc from 'fast-check';
import { defaultConfig } from '../../src/config/defaults.ts';

/** A heading of the newsletter and what stands under it, line by line. */
export interface DraftSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

const word = fc.constantFrom(
  'Borrowing',
  'without',
  'tears',
  '`Pin`',
  'C++',
  'été',
  '文字',
  '🦀',
  'v1.2.3',
  "Ada's",
  'a-b',
);
const title = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const host = fc.constantFrom('ada.example', 'www.ben.example', 'cleo.example:8080', 'github.com', 'youtu.be');
const path = fc.constantFrom('', '/', '/a/b', '/p_(x)', '/watch?v=abc_def-1', '/a?utm_source=x&b=1', '/#/post', '//a');
const scheme = fc.constantFrom('https://', 'https://', 'http://', 'HTTPS://', '', 'ttps://', 'mailto:');

export const url = fc.tuple(scheme, host, path).map((parts) => parts.join(''));

/** Titles and addresses are numbered, so that no two well-formed items of a draft are alike. */
export const wellFormedItem = fc
  .tuple(fc.constantFrom('', '', '[video] ', '[ZH] ', '[series] [video] '), title, fc.uuid())
  .map(([prefix, name, id]) => `* ${prefix}[${name} ${id.slice(0, 8)}](https://ada.example/${id})`);

const bullet = fc.constantFrom('* ', '* ', '- ', '+ ', '1. ', '', '*', '  * ', '    * ', '\t* ', '• ');
const end = fc.constantFrom('', '', ' ', ' - a note', ' ([discuss](https://ben.example/d))', '.', ' <!-- x -->', '\\');
const looseItem = fc
  .tuple(
    bullet,
    fc.constantFrom('', '[video] ', '[Video]', '[ES] '),
    title,
    fc.constantFrom('](', '] (', '(', ']]('),
    url,
    end,
  )
  .map(([mark, prefix, name, middle, address, rest]) => `${mark}${prefix}[${name}${middle}${address})${rest}`);

const place = fc.constantFrom('Virtual', 'Virtual (Berlin, DE)', 'Hybrid (Austin, TX, US)', 'London, UK', 'Atlantis');
const day = fc.tuple(
  fc.integer({ min: 2025, max: 2027 }),
  fc.integer({ min: 0, max: 13 }),
  fc.integer({ min: 0, max: 32 }),
);
const date = day.map((numbers) => numbers.map((number) => String(number).padStart(2, '0')).join('-'));
const event = fc
  .tuple(date, fc.option(date), place, title, url)
  .map(([from, to, where, name, address]) =>
    [
      `* ${from}${to === null ? '' : ` - ${to}`} | ${where} | [${name}](${address})`,
      `    * [**${name}**](${address})`,
    ].join('\n'),
  );
const call = fc
  .tuple(title, url, date, date)
  .map(
    ([name, address, closes, from]) => `* [**${name}**](${address})| CFP closes ${closes} | Berlin, Germany | ${from}`,
  );
const task = fc
  .tuple(title, title)
  .map(([project, name]) => `* [${project} - ${name}](https://github.com/ada/moon/issues/7)`);

const block = fc.constantFrom(
  '<!-- goes here -->',
  '<!--\n* [Title](https://example.com/my_article)\n-->',
  '```rust\nfn main() {}\n* [x](https://y.example)\n```',
  '> * a quotation [with](https://ada.example)',
  'If you are running an event, tell us.\nOn two lines.',
  '| a | b |\n| - | - |\n| c | d |',
  '[ref]: https://ada.example/ref',
  '<details>\n<summary>More</summary>',
  '* * *',
  'Heading\n---',
  '',
);

const line = fc.oneof({ weight: 4, arbitrary: wellFormedItem }, looseItem, event, call, task, block);
const name = fc.constantFrom(...defaultConfig.sections.map((section) => section.name), 'Something Else', 'Jobs');
const section = fc.record({
  heading: fc.tuple(fc.constantFrom('## ', '### ', '#### '), name).map((parts) => parts.join('')),
  lines: fc.array(line, { maxLength: 6 }),
});

const HEADER =
  'Title: This Week in Ferris 641\nNumber: 641\nDate: 2026-03-04\nCategory: This Week in Ferris\n\nHello!\n';

const sections = fc.array(section, { minLength: 1, maxLength: 7 });

/** An issue as texts: a header, and sections one below the other. */
export function writeSections(sections: readonly DraftSection[]): string {
  return HEADER + sections.map(({ heading, lines }) => `\n${[heading, '', ...lines].join('\n')}\n`).join('');
}

/** Sections whose items are well-formed links, each in a section of its own name. */
export const tidySections = fc
  .array(fc.array(wellFormedItem, { maxLength: 5 }), { minLength: 1, maxLength: 6 })
  .map((all) => {
    const links = defaultConfig.sections.filter(({ region, under }) => region === 'community' && under === undefined);
    return all.map((lines, index) => ({ heading: `### ${links[index]?.name ?? 'More'}`, lines }));
  });

/** What editors see in real drafts, right and wrong. */
export const realisticDraft = sections.map(writeSections);

/** A draft, and the same with some lines put in at one place, as a contributor does. */
export const pushedDraft = fc
  .record({ sections, lines: fc.array(line, { minLength: 1, maxLength: 3 }), section: fc.nat(6), at: fc.nat(6) })
  .map(({ sections: base, lines, section: chosen, at }) => ({
    base: writeSections(base),
    head: writeSections(
      base.map((one, index) =>
        index === chosen % base.length ? { ...one, lines: one.lines.toSpliced(at, 0, ...lines) } : one,
      ),
    ),
  }));

/** What nobody means to write. */
export const hostilePiece = fc.oneof(
  fc.constantFrom(
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    '\t',
    '\0',
    '\ufeff',
    '\u200b',
    '\u200d',
    '\u202e',
    '\u2066',
    '\u2028',
    '\u0085',
  ),
  fc.constantFrom(
    '\ud800',
    '\udc00',
    '\u00a0',
    'ſ',
    'İ',
    '[',
    ']',
    '](',
    '] (',
    '(',
    ')',
    '<',
    '>',
    '`',
    '``',
    '\\',
    '|',
    '*',
  ),
  fc.constantFrom(
    '<!--',
    '-->',
    '```\n',
    '~~~\n',
    '> ',
    '# ',
    '* ',
    '- ',
    '1. ',
    '&amp;',
    '{0}',
    '@ada',
    '#1',
    '$&',
    '<b>',
  ),
  fc.constantFrom(
    'https://',
    'http://[',
    'www.',
    '[x]: ',
    '<<<<<<< HEAD\n',
    '=======\n',
    '9999-99-99',
    '    '.repeat(30),
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

/** One slip of the hand; numbers are taken modulo what there is. */
const slip = fc.record({
  kind: fc.constantFrom('drop', 'double', 'swap', 'insert', 'cut', 'join', 'indent', 'crlf'),
  at: fc.nat({ max: 10_000 }),
  to: fc.nat({ max: 10_000 }),
  piece: hostilePiece,
});

type Slip = typeof slip extends fc.Arbitrary<infer Value> ? Value : never;

/** A draft after some slips: lines dropped, doubled, swapped, joined; characters put in and taken out; other line ends. */
export function mutate(draft: fc.Arbitrary<string>, maxLength = 6): fc.Arbitrary<string> {
  const ends = fc.constantFrom('', '', '', '\r\n', '\ufeff');
  return fc.tuple(draft, fc.array(slip, { maxLength }), ends).map(([text, slips, form]) => {
    const slipped = slips.reduce(applySlip, text);
    if (form === '\ufeff') return form + slipped;
    return form === '' ? slipped : slipped.replaceAll('\n', form);
  });
}

function applySlip(text: string, { kind, at, to, piece }: Slip): string {
  const lines = text.split('\n');
  const [one, other] = [at % lines.length, to % lines.length];
  const [first = '', second = ''] = [lines[one], lines[other]];
  const offset = at % (text.length + 1);
  switch (kind) {
    case 'drop':
      return lines.toSpliced(one, 1).join('\n');
    case 'double':
      return lines.toSpliced(other, 0, first).join('\n');
    case 'swap':
      return lines.with(one, second).with(other, first).join('\n');
    case 'insert':
      return text.slice(0, offset) + piece + text.slice(offset);
    case 'cut':
      return text.slice(0, offset) + text.slice(offset + (to % 12));
    case 'join':
      return lines.toSpliced(one, 2, first + (lines[one + 1] ?? '')).join('\n');
    case 'indent':
      return lines.with(one, (to % 2 === 0 ? '    ' : '\t') + first).join('\n');
    case 'crlf':
      return lines.with(one, `${first}\r`).join('\n');
  }
}
