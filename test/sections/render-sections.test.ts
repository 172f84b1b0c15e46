// From what GitHub says to the text of each section, told by the text that comes out.
import { describe, expect, test } from '@jest/globals';
import { defaultFill } from '../../src/config/default-fill.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { renderSections } from '../../src/sections/index.ts';
import { readEarlier } from '../../src/sections/read-earlier.ts';
import type { SectionFacts } from '../../src/sections/section-facts.ts';
import { sampleWeek } from './sample-week.ts';

const NOW = '2026-02-26T10:00:00Z';
const read = <Item>(items: readonly Item[], gap?: string) => ({ items, queried: [], gap });

function thread(repository: string, number: number, title: string, kind = 'pull') {
  return { repository, number, title, url: `https://github.com/${repository}/${kind}/${number}` };
}

function fill(facts: SectionFacts, week = sampleWeek(), bullet = defaultConfig.bullet): string {
  const [section] = renderSections(facts, { ...defaultConfig, bullet }, { week });
  return section?.body ?? '(none)';
}

function labelled(repository: string, number: number, title: string, at = NOW, labels: readonly string[] = []) {
  const label = 'final-comment-period';
  return { ...thread(repository, number, title, 'issues'), labels: [label, ...labels], labelled: [{ label, at }] };
}

describe('final comment periods', () => {
  test('groups in their order, the newest first, dispositions told, the rest in one sentence', () => {
    const items = [
      labelled('rust-lang/cargo', 5, 'Cargo script'),
      labelled('rust-lang/rust', 1, 'Older', '2026-02-25T00:00:00Z'),
      labelled('rust-lang/rust', 2, 'Newer: NonZero<char>', NOW, ['disposition-close']),
      labelled('rust-lang/rust', 3, 'Of last week', '2026-02-24T17:59:59Z'),
    ];
    const body = fill({ finalCommentPeriod: read(items) });
    expect(body.slice(body.indexOf('#### Tracking'), body.indexOf('[Language Team]'))).toMatchInlineSnapshot(`
     "#### Tracking Issues & PRs

     ##### [Rust](https://github.com/rust-lang/rust/issues?q=is%3Aopen%20label%3Afinal-comment-period%20sort%3Aupdated-desc%20state%3Aopen)

     * [disposition: close] [Newer: NonZero\\<char\\>](https://github.com/rust-lang/rust/issues/2)
     * [Older](https://github.com/rust-lang/rust/issues/1)

     ##### [Cargo](https://github.com/rust-lang/cargo/issues?q=is%3Aopen%20label%3Afinal-comment-period%20sort%3Aupdated-desc%20state%3Aopen)

     * [Cargo script](https://github.com/rust-lang/cargo/issues/5)

     *No Items entered Final Comment Period this week for
     [Compiler Team](https://github.com/rust-lang/compiler-team/issues?q=label%3Amajor-change%20label%3Afinal-comment-period%20state%3Aopen) [(MCPs only)](https://forge.rust-lang.org/compiler/mcp.html),
     [Rust RFCs](https://github.com/rust-lang/rfcs/issues?q=state%3Aopen%20label%3Afinal-comment-period%20state%3Aopen),
     "
    `);
    expect(body.slice(body.indexOf('[Leadership'))).toMatchInlineSnapshot(`
     "[Leadership Council](https://github.com/rust-lang/leadership-council/issues?q=state%3Aopen%20label%3Afinal-comment-period%20state%3Aopen) or
     [Unsafe Code Guidelines](https://github.com/rust-lang/unsafe-code-guidelines/issues?q=is%3Aopen%20label%3Afinal-comment-period%20sort%3Aupdated-desc%20state%3Aopen).*

     Let us know if you would like your PRs, Tracking Issues or RFCs to be tracked as a part of this list."
    `);
  });

  test('of what got its label at one time the higher number stands first; case does not matter', () => {
    const items = [1, 3, 2].map((number) => labelled('Rust-Lang/rust', number, `N${number}`));
    const renamed = items.map((item) => ({ ...item, labelled: [{ label: 'Final-Comment-Period', at: NOW }] }));
    expect(fill({ finalCommentPeriod: read(renamed) }).match(/N\d/g)).toEqual(['N3', 'N2', 'N1']);
  });

  test('what the three issues before listed is not listed again, what an older one did is', () => {
    const sections = [{ id: 'final-comment-period', heading: 'Final Comment Period' }];
    const issues = [1, 2, 3, 4].map(
      (number) => `### Final Comment Period\n* [a](https://github.com/rust-lang/rust/issues/${number})\n`,
    );
    const week = sampleWeek(readEarlier(issues, sections));
    const items = [1, 2, 3, 4].map((number) => labelled('rust-lang/rust', number, `N${number}`));
    expect(fill({ finalCommentPeriod: read(items) }, week).match(/N\d/g)).toEqual(['N4']);
  });

  test('what the previous issues listed is not listed again', () => {
    const issue =
      '### Final Comment Period\n\n#### Tracking\n* [a](https://github.com/rust-lang/rust/issues/1)\n\n## Events\n';
    const sections = [{ id: 'final-comment-period', heading: 'Final Comment Period' }];
    const week = sampleWeek(readEarlier([issue], sections));
    const items = [labelled('Rust-Lang/rust', 1, 'Again'), labelled('rust-lang/rust', 2, 'Afresh')];
    const body = fill({ finalCommentPeriod: read(items) }, week);
    expect(body).toContain('* [Afresh](https://github.com/rust-lang/rust/issues/2)');
    expect(body).not.toContain('Again');
  });
});

test('calls for testing link to the comment in which a member says how', () => {
  const comment = (number: number, isByMember: boolean, text: string) => ({
    url: `https://c/${number}`,
    isByMember,
    text,
  });
  const call = {
    ...thread('rust-lang/cargo', 7, 'Stabilize it', 'issues'),
    labels: ['call-for-testing'],
    labelled: [{ label: 'call-for-testing', at: NOW }],
    comments: [
      comment(1, true, '### Testing instructions\nrun it'),
      comment(2, false, 'Testing steps: send me money'),
      comment(3, true, 'Thanks!'),
    ],
  };
  const untold = { ...call, ...thread('rust-lang/cargo', 6, 'Try it', 'issues'), comments: [] };
  const body = fill({ callsForTesting: read([call, untold]) });
  expect(body.slice(body.indexOf('### '), body.indexOf('[Let us'))).toMatchInlineSnapshot(`
   "### [Cargo](https://github.com/rust-lang/cargo/issues?q=state%3Aopen%20label%3Acall-for-testing%20state%3Aopen)

   * [Stabilize it](https://github.com/rust-lang/cargo/issues/7)
     * [Testing steps](https://c/1)
   * [Try it](https://github.com/rust-lang/cargo/issues/6)

   *No calls for testing were issued this week by
   [Rust](https://github.com/rust-lang/rust/issues?q=state%3Aopen%20label%3Acall-for-testing%20state%3Aopen),
   [Rustup](https://github.com/rust-lang/rustup/issues?q=state%3Aopen%20label%3Acall-for-testing%20state%3Aopen) or
   [Rust language RFCs](https://github.com/rust-lang/rfcs/issues?q=label%3Acall-for-testing%20state%3Aopen).*

   "
  `);
});

describe('RFCs', () => {
  const merged = (number: number, added: readonly string[], mergedAt = NOW) => ({
    ...thread('rust-lang/rfcs', number, `RFC ${number}`),
    mergedAt,
    added,
  });

  test('only what added a text was approved', () => {
    const body = fill({
      approvedRfcs: read([merged(1, []), merged(2, ['text/2-x.md']), merged(3, ['images/text/3.png'])]),
    });
    expect(body.split('\n').slice(3)).toEqual(['* [RFC 2](https://github.com/rust-lang/rfcs/pull/2)']);
  });

  test('and where nothing was, that is said', () => {
    expect(fill({ approvedRfcs: read([merged(2, ['text/2.md'], '2026-02-24T17:00:00Z')]) })).toMatch(
      /week:\n\n\* \*No RFCs were approved this week\.\*$/,
    );
    expect(fill({ newRfcs: read([]) })).toBe('* *No New or Updated RFCs were created this week.*');
  });

  test('they stand newest first, of two at one time the higher number', () => {
    const times = ['2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z', '2026-03-02T00:00:00Z'];
    const opened = times.map((createdAt, index) => ({ ...thread('rust-lang/rfcs', index, `N${index}`), createdAt }));
    expect(fill({ newRfcs: read(opened) }).match(/N\d/g)).toEqual(['N2', 'N1', 'N0']);
    const approved = times.map((time, index) => merged(index, ['text/a.md'], time));
    expect(fill({ approvedRfcs: read(approved) }).match(/RFC \d/g)).toEqual(['RFC 2', 'RFC 1', 'RFC 0']);
  });
});

describe('the performance triage', () => {
  const log = (day: string, author = 'ann') => ({
    path: `triage/2026/${day}.md`,
    commit: 'c0ffee',
    text: `# ${day} Triage Log\n\nA quiet week.\n\nTriage done by **@${author}**.\n\n**Summary**:\n\n| a |\n|---|\n| 1 |\n\n2 Mixed\n\n#### Regressions\n\nx`,
  });

  test('is the newest log of the week down to its details', () => {
    expect(fill({ perfTriage: read(['2026-02-24', '2026-02-26', '2026-03-02', '2026-03-05'].map((day) => log(day))) }))
      .toMatchInlineSnapshot(`
     "A quiet week.

     Triage done by **@ann**.

     **Summary**:

     | a |
     |---|
     | 1 |

     2 Mixed

     [Full report here](https://github.com/rust-lang/rustc-perf/blob/c0ffee/triage/2026/2026-03-02.md)"
    `);
  });

  test('without its table where its author left that out the last time', () => {
    const earlierBodies = { 'perf-triage': ['Triage done by **@ann**.\n| x |', 'Triage done by **@ben**.'] };
    const week = sampleWeek({ earlierBodies });
    expect(fill({ perfTriage: read([log('2026-03-02', 'ben')]) }, week)).toMatchInlineSnapshot(`
     "A quiet week.

     Triage done by **@ben**.

     2 Mixed

     [Full report here](https://github.com/rust-lang/rustc-perf/blob/c0ffee/triage/2026/2026-03-02.md)"
    `);
    expect(fill({ perfTriage: read([log('2026-03-02')]) }, week)).toContain('| 1 |');
  });

  test.each([
    ['', 'There is nothing above the details'],
    ['# Log\n\n#### Regressions\n\nx', 'There is nothing above the details'],
    ['# Log\n\nQuiet.\n\n```\ncode\n\n#### Regressions', 'opens code or a comment'],
    ['# Log\n\n<!-- later\n\nQuiet.', 'opens code or a comment'],
  ])('a log that has nothing to show, or would take in what stands below it, is left out: %j', (text, words) => {
    const perfTriage = read([{ ...log('2026-03-02'), text }]);
    const [section] = renderSections({ perfTriage }, defaultConfig, { week: sampleWeek() });
    expect(section).toMatchObject({ body: '', notes: [{ message: expect.stringContaining(words) }] });
  });

  test.each(['```\ncode\n```', '<!-- later -->', 'a <!-- b', '| a |\n|---|'])(
    'a log that ends with %j is shown',
    (end) => {
      expect(fill({ perfTriage: read([{ ...log('2026-03-02'), text: `Quiet.\n\n${end}` }]) })).toContain(end);
    },
  );

  test('an old log is none', () => {
    const [section] = renderSections({ perfTriage: read([log('2026-02-24')]) }, defaultConfig, { week: sampleWeek() });
    expect(section).toMatchObject({ body: '', notes: [{ message: 'There is no triage log for this week yet.' }] });
  });
});

test('a source that could not be read in full leaves its section alone, and says so', () => {
  const gap = 'GitHub gave 1,000 of 1,300 pull requests.';
  const sections = renderSections({ updates: { ...read([], gap), count: 3 }, newRfcs: read([]) }, defaultConfig, {
    week: sampleWeek(),
  });
  expect(sections.map(({ id, body, notes }) => [id, body === '', notes[0]?.message])).toEqual([
    ['updates', true, gap],
    ['new-rfcs', false, undefined],
  ]);
});

test('a section that is switched off is not filled', () => {
  expect(
    renderSections(
      { newRfcs: read([]) },
      { ...defaultConfig, fill: { ...defaultFill, newRfcs: false } },
      { week: sampleWeek() },
    ),
  ).toEqual([]);
});

test('lists have the bullet of the newsletter, whatever they list', () => {
  const calls = [
    { ...labelled('rust-lang/rust', 3, 'A call'), labelled: [{ label: 'call-for-testing', at: NOW }], comments: [] },
  ];
  const facts: readonly SectionFacts[] = [
    { newRfcs: read([{ ...thread('rust-lang/rfcs', 1, 'A text'), createdAt: NOW }]) },
    { finalCommentPeriod: read([labelled('rust-lang/rust', 2, 'A period')]) },
    { callsForTesting: read(calls) },
  ];
  const lines = facts.flatMap((one) => fill(one, sampleWeek(), '-').split('\n'));
  expect(lines.filter((line) => /^[*-] /.test(line))).toMatchInlineSnapshot(`
   [
     "- [A text](https://github.com/rust-lang/rfcs/pull/1)",
     "- [A period](https://github.com/rust-lang/rust/issues/2)",
     "- [A call](https://github.com/rust-lang/rust/issues/3)",
   ]
  `);
});
