import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { defaultConfig } from '../../src/config/defaults.ts';
import { sectionNameSchema } from '../../src/config/named-sections.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { fillMessage } from '../../src/findings/fill-message.ts';
import { languagePrefix } from '../../src/rules/language-prefix.ts';
import { MUCH_WORK, measureWork } from '../support/measure-work.ts';

const named = sectionNameSchema;

const rules = {
  named: z.strictObject({
    vague: z.array(named).default([]),
    limits: z.array(z.strictObject({ section: named, most: z.int() })).optional(),
    virtual: named.default('Nowhere'),
    continents: z.record(named, z.string()).default({}),
  }),
  'title-length': z.strictObject({ most: z.int().default(120), hosts: z.array(z.string()).default([]) }),
  'item-form': z.strictObject({}),
  'language-prefix': languagePrefix.options,
  plain: z.strictObject({ word: z.string().regex(/^a$/).default('a') }),
};

/** `line:column sentence` for each problem; `valid` where there is none. */
function tell(text: string): string {
  const reading = readConfig(text, rules);
  if (reading.ok) return 'valid';
  return reading.problems
    .map((one) => `${one.place.startLine}:${one.place.startColumn} ${fillMessage(one, (quote) => `‹${quote}›`)}`)
    .join('\n');
}

function read(text: string) {
  const reading = readConfig(text, rules);
  if (!reading.ok) throw new Error(tell(text));
  return reading.config;
}

describe('what is left out keeps its default', () => {
  test.each([['nothing'], ['a comment'], ['an empty record'], ['a mark of byte order']])(
    'of a file with %s',
    (what) => {
      const texts: Record<string, string> = {
        'a comment': '# later\n',
        'an empty record': '{}',
        'a mark of byte order': '\uFEFF',
      };
      expect(read(texts[what] ?? '')).toEqual(defaultConfig);
    },
  );

  test('a key replaces all of its default, and leaves the others', () => {
    const { prefixes, bullet, sections } = read('prefixes: [talk]\nbullet: "-"\n');
    expect({ prefixes, bullet }).toEqual({ prefixes: ['talk'], bullet: '-' });
    expect(sections).toEqual(defaultConfig.sections);
  });

  test('paths are taken one by one', () => {
    expect(read('paths:\n  drafts: [README.md]\n').paths).toEqual({ ...defaultConfig.paths, drafts: ['README.md'] });
  });

  test('rules are taken one by one, in any of three spellings', () => {
    const { rules: settings } = read(
      [
        'rules:',
        '  item-form: off',
        '  title-length:',
        '    - { until: 2026-02-28, severity: hint }',
        '    - from: 2026-03-01',
        '      options: { most: 80 }',
      ].join('\n'),
    );
    expect(settings).toEqual({
      ...defaultConfig.rules,
      'item-form': [{ severity: 'off' }],
      'title-length': [
        { until: '2026-02-28', severity: 'hint' },
        { from: '2026-03-01', options: { most: 80, hosts: [] } },
      ],
    });
    expect(read('rules: { title-length: { severity: error } }').rules['title-length']).toEqual([{ severity: 'error' }]);
  });

  test('line ends of Windows make no difference', () => {
    expect(read('bullet: "-"\r\nprefixes:\r\n  - talk\r\n')).toEqual(read('bullet: "-"\nprefixes:\n  - talk\n'));
  });
});

describe('each mistake is told at its place, with its remedy', () => {
  test.each([
    ['an unknown key', 'bulet: "-"', '1:1 There is no key ‹bulet› here: did you mean ‹bullet›?'],
    ['a key like no other', 'colour: red', '1:1 There is no key ‹colour› here: take it out.'],
    [
      'a key of a section',
      'sections:\n  - name: A\n    region: a\n    alias: [B]',
      '4:5 There is no key ‹alias› here: did you mean ‹aliases›?',
    ],
    [
      'another file',
      '_extends: .github',
      '1:1 No other file is followed: write its settings here instead of ‹_extends›.',
    ],
    [
      'an unknown rule',
      'rules:\n  titel-length: off',
      '2:3 There is no rule ‹titel-length› here: did you mean ‹title-length›?',
    ],
    [
      'an unknown severity',
      'rules:\n  item-form: eror',
      '2:14 The value ‹eror› is unknown here: did you mean ‹error›?',
    ],
    [
      'a switch',
      'rules:\n  item-form: false',
      '2:14 A rule takes a severity, keys and values, or a list of these: write ‹off› to switch it off.',
    ],
    [
      'an unknown option',
      'rules:\n  title-length:\n    options: { max: 3 }',
      '3:16 There is no key ‹max› here: take it out.',
    ],
    ...['most: 3', '- most: 3'].map((line) => [
      `an option beside the options, in ${line}`,
      `rules:\n  title-length:\n    ${line}`,
      `3:${line.length - 2} The key ‹most› is an option of the rule: write it under ‹options›.`,
    ]),
    [
      'a wrong option',
      'rules:\n  title-length:\n    - options: { most: long }',
      '3:24 A number is expected here: write one.',
    ],
    [
      'a day that is none',
      'rules:\n  item-form: { from: 2026-02-30 }',
      '2:22 There is no day ‹2026-02-30›: write one of the calendar as YYYY-MM-DD.',
    ],
    [
      'an end before the start',
      'rules:\n  item-form: { from: 2026-03-02, until: 2026-03-01 }',
      '2:41 It would end before it begins, on ‹2026-03-02›: write a later day.',
    ],
    [
      'an unknown grammar',
      'grammars:\n  community: links',
      '2:14 The value ‹links› is unknown here: did you mean ‹link›?',
    ],
    [
      'a grammar that no section has',
      'grammars:\n  comunity: link',
      '2:3 There is no region of this name, ‹comunity›: did you mean ‹community›?',
    ],
    [
      'a closure of no section',
      'closures:\n  - { section: Offical, instead: Wait. }',
      '2:16 There is no section of this name, ‹Offical›: did you mean ‹Official›?',
    ],
    ['a missing key', 'closures:\n  - section: Official', '2:5 The key ‹instead› is missing: add it.'],
    [
      'two sections of one name',
      'sections:\n  - { name: A, region: community }\n  - { name: a, region: b }',
      '3:13 The heading ‹a› stands here a second time: take one of the two out, or say `under` what it stands.',
    ],
    [
      'sections of which no item would be looked at',
      'sections:\n  - { name: A, region: links }\n  - { name: B, region: texts }',
      '1:1 No region of these sections has a grammar, so their items would not be looked at: write ‹grammars: { links: link }›, say.',
    ],
    ['such sections on purpose', 'sections:\n  - { name: A, region: texts }\ngrammars: {}', 'valid'],
    [
      'a pattern for a path',
      'paths:\n  drafts: ["posts/*.md"]',
      '2:12 The path ‹posts/*.md› holds a star, and patterns are not read: name the folder or the file itself.',
    ],
    [
      'sections in the options of rules that there are not',
      `sections: [{ name: Tools, region: community }]
rules:
  named:
    - options: { vague: [Tools, Tolls], limits: [{ section: Misc, most: 1 }] }
    - options: { virtual: Online, continents: { Tools: Asia, Far: Asia } }`,
      `4:33 There is no section of this name, ‹Tolls›: did you mean ‹Tools›?
4:61 There is no section of this name, ‹Misc›: name one of \`sections\`.
5:27 There is no section of this name, ‹Online›: name one of \`sections\`.
5:62 There is no section of this name, ‹Far›: name one of \`sections\`.`,
    ],
    [
      'a prefix in brackets',
      'prefixes: ["[talk]"]',
      '1:12 The text ‹[talk]› does not have the form that is due here: write the word alone, without brackets.',
    ],
    [
      'a heading with its marks',
      'sections: [{ name: "## Tools", region: community }]',
      '1:20 The text ‹## Tools› does not have the form that is due here: write the words of the heading, without # before them.',
    ],
    [
      'a heading to fill below with its marks',
      'fill: { newRfcs: { heading: "### New RFCs", repository: a/b, intro: "", none: "" } }',
      '1:29 The text ‹### New RFCs› does not have the form that is due here: write the words of the heading, without # before them.',
    ],
    [
      'an address for a host',
      'trackingParameters: [{ name: si, on: ["https://music.example/"] }]',
      '1:39 The text ‹https://music.example/› does not have the form that is due here: write a host alone, such as example.com.',
    ],
    [
      'a tracking parameter that no link has',
      'trackingParameters: [{ name: u*m, on: [] }]',
      `1:30 The text ‹u*m› does not have the form that is due here: write a star at the end only.
1:39 There are too few entries: write at least 1.`,
    ],
    [
      'a section to fill that is only switched on',
      'fill: { newRfcs: true }',
      '1:18 Keys and values are expected here, or ‹false›: write one of the two.',
    ],
    ['no title', 'proposal: { title: "" }', '1:20 The text is too short: write at least 1 character.'],
    ['a wrong bullet', 'bullet: "•"', '1:9 The value ‹•› is unknown here: write ‹*›, ‹-› or ‹+›.'],
    ['an empty value', 'prefixes:', '1:10 A list is expected here: write each entry on its own line, after “- ”.'],
    ['a text for all', 'hello', '1:1 Keys and values are expected here: write them on lines of their own, indented.'],
    [
      'a path out of the repository',
      'paths:\n  drafts: [../x]',
      '2:12 The path ‹../x› does not lead into the repository: write it from the root, with /, and with none at its ends.',
    ],
    ['no folder of drafts', 'paths:\n  drafts: []', '2:11 There are too few entries: write at least 1.'],
    [
      'a template among drafts',
      'paths:\n  templates: [draft]',
      '2:15 The path ‹draft› is among `drafts` too: a path can have one meaning, so take one of the two out.',
    ],
    [
      'an ending without a dot',
      'paths:\n  extensions: [md]',
      '2:16 The text ‹md› starts differently: write ‹.› before it.',
    ],
    [
      'a time of another form',
      'fill:\n  cut: { daysBefore: 1, time: 6 pm }',
      '2:31 The text ‹6 pm› does not have the form that is due here: write a time as HH:MM.',
    ],
    [
      'a repository without its owner',
      'fill:\n  newRfcs: { heading: New, repository: rfcs, intro: "", none: "" }',
      '2:40 The text ‹rfcs› does not have the form that is due here: write a repository as owner/name.',
    ],
    [
      'a word of another form for a rule',
      'rules:\n  language-prefix: { options: { own: English } }',
      '2:38 The text ‹English› does not have the form that is due here: write two or three small letters.',
    ],
    [
      'a form that nobody described',
      'rules:\n  plain: { options: { word: B } }',
      '2:29 The text ‹B› does not have the form that is due here: see what the setting takes.',
    ],
    [
      'a doubled key',
      'bullet: "-"\nbullet: "*"',
      '2:1 The key ‹bullet› stands here a second time: take one of the two out.',
    ],
    ['a tab', 'paths:\n\tdrafts: [a]', '2:1 The line is indented with a tab, which YAML does not allow: use spaces.'],
    [
      'an open bracket',
      'prefixes: [talk\nbullet: "-"',
      '2:1 The line does not fit to those above: line it up with what belongs together, and close every bracket.',
    ],
    [
      'an open quotation mark',
      'welcome: "hello\nbullet: *\n',
      '1:10 A quotation mark opens here and is never closed: add the other one.',
    ],
    ['a second document', 'bullet: "-"\n---\nbullet: "*"', '2:1 A second document begins here: take the line out.'],
    ['a tag', 'welcome: !!js/function x', '1:10 Tags are not read: take the tag out.'],
    ['an alias', 'prefixes: &a [talk]\nwelcome: *a', '2:10 Aliases are not read: write the value out.'],
    [
      'a star that is no alias',
      'bullet: *',
      '1:9 A star stands for an alias here, and aliases are not read: put it in quotation marks, or write the value out.',
    ],
    [
      'a letter in Latin-1',
      'bullet: "-"\nwelcome: Sch\ufffdn!',
      '2:13 A character here is not in UTF-8: save the file as UTF-8.',
    ],
    [
      'a key that is a list',
      '[a]: b',
      '1:1 This is no word, so it cannot be a key: write a plain word before the colon.',
    ],
    [
      'one branch for all',
      'proposal:\n  branch: copydesk',
      '2:11 The branch ‹copydesk› would be the same for every issue: write ‹{date}› into it.',
    ],
    [
      'a branch that git refuses',
      'proposal:\n  branch: "fill ~{date}"',
      '2:11 Git knows no branch of the name ‹fill ~{date}›: write letters, numbers, - and / only, as in ‹copydesk/{date}›.',
    ],
    [
      'no time zone',
      'proposal:\n  timeZone: Europe/Berln',
      '2:13 There is no time zone ‹Europe/Berln›: write one of the IANA’s, such as ‹Europe/Berlin›.',
    ],
    [
      'a time in words',
      'proposal:\n  fill: every tuesday',
      '2:9 The time ‹every tuesday› never comes: write a cron pattern, such as ‹0 18 * * 2› for Tuesdays at 18:00.',
    ],
    [
      'a day that no month has',
      'proposal:\n  refresh: ["0 6 * * *", "0 6 30 2 *"]',
      '2:26 The time ‹0 6 30 2 *› never comes: write a cron pattern, such as ‹0 18 * * 2› for Tuesdays at 18:00.',
    ],
    [
      'two on one line',
      'rules: { y: off, x: off }',
      '1:10 There is no rule ‹y› here: take it out.\n1:18 There is no rule ‹x› here: take it out.',
    ],
    [
      'a time with too many digits',
      'fill:\n  cut: { daysBefore: 1, time: "18:000" }',
      '2:31 The text ‹18:000› does not have the form that is due here: write a time as HH:MM.',
    ],
    ['a key of objects', '__proto__: 1', '1:1 There is no key ‹__proto__› here: take it out.'],
  ])('%s', (_, text, told) => {
    expect(tell(text)).toBe(told);
  });

  test('all of them, top down', () => {
    expect(tell('rules: { x: off }\nbulet: "-"\nprefixes: 3')).toBe(
      [
        '1:10 There is no rule ‹x› here: take it out.',
        '2:1 There is no key ‹bulet› here: did you mean ‹bullet›?',
        '3:11 A list is expected here: write each entry on its own line, after “- ”.',
      ].join('\n'),
    );
  });
});

test.each(['bot/sections-{date}', '{date}/next.issue', 'a.b/c-d_{date}'])('%s is a branch', (branch) => {
  expect(tell(`proposal:\n  branch: "${branch}"`)).toBe('valid');
});

describe('no text harms', () => {
  test.each([
    ['a file of a megabyte', 'x'.repeat(1_000_000)],
    ['open brackets', '['.repeat(30_000)],
    ['nested lists', '- '.repeat(15_000)],
    ['nested keys', '? '.repeat(15_000)],
    ['nested records', '{a: '.repeat(990)],
    ['closing brackets', ']'.repeat(4000)],
    ['keys of keys', 'a: '.repeat(10_000)],
    ['keys of keys in a bracket', `sections: [${'a: '.repeat(10_000)}]`],
    ['thousands of lines', '\n'.repeat(31_000)],
    ['a bomb of aliases', `a: &a [1]\n${Array.from({ length: 30 }, (_, index) => `b${index}: [*a, *a]`).join('\n')}`],
    ['steps of indentation', Array.from({ length: 200 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
  ])('%s', (_, text) => {
    const work = measureWork(() => {
      expect(readConfig(text, rules).ok).toBe(false);
    });
    expect(work).toBeLessThan(MUCH_WORK);
  });

  test('pieces of YAML in any order', () => {
    const piece = fc.constantFrom(
      'rules',
      'paths',
      'sections',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '"',
      "'",
      '|',
      '>',
      '#',
      '!t ',
      '? ',
      ',',
      '%',
      '---',
      'off',
      '2026-03-01',
      '\t',
      '\r\n',
      '\0',
      'title-length',
      '__proto__',
      '\u{1F980}',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const reading = readConfig(text, rules);
        if (reading.ok) return;
        const lines = text.split('\n').length;
        expect(reading.problems.length).toBeGreaterThan(0);
        for (const { place } of reading.problems) {
          expect(place.startLine).toBeGreaterThan(0);
          expect(place.startLine).toBeLessThanOrEqual(lines);
          expect(place.startColumn).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
