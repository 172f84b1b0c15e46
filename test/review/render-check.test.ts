import { describe, expect, test } from '@jest/globals';
import type { ItemChange, PlacedItem } from '../../src/newsletter/submission.ts';
import { renderCheck } from '../../src/review/render-check.ts';
import { toDay, toRepositoryPath } from '../../src/shared/brand.ts';
import { countBytes } from '../../src/wording/limits.ts';
import { find, makeInput, makeItem, toFile, toSubmittedFile, writeDraft } from './review-story.ts';

const file = toFile(writeDraft('- [New](https://new.example/)'));

const place = (title: string, section: string, line = 21): PlacedItem => ({
  item: makeItem(title, line),
  section,
  region: 'community',
});

const changes: readonly ItemChange[] = [
  { kind: 'added', after: place('Fearless `async`', 'Observations/Thoughts') },
  { kind: 'changed', before: place('Old title', 'Newsletters', 8), after: place('New title', 'Newsletters', 8) },
  { kind: 'moved', before: place('Mover', 'Research', 30), after: place('Mover', 'Miscellaneous', 40) },
  { kind: 'removed', before: place('Gone', '', 50) },
];

test('the report of a submission with findings', () => {
  const submitted = toSubmittedFile(file, changes);
  const outside = [{ kind: 'changed' as const, startLine: 3, endLine: 5, before: 'a', after: 'b' }];
  const check = renderCheck(
    makeInput({
      files: [file],
      submission: { files: [{ ...submitted, outside }] },
      findings: [
        find({ line: 21 }),
        find({ line: 40, rule: 'item-form', severity: 'warning', message: 'Two links: keep one.', quotes: [] }),
      ],
      notChecked: [{ rule: 'closed-section', need: 'permission' }],
    }),
  );
  expect(check.summary).toMatchInlineSnapshot(`
   "### Findings

   - \`draft/2026-03-04-weekly.md\` line 21: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
   - \`draft/2026-03-04-weekly.md\` line 40: **Warning:** Two links: keep one. ([item-form](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-form.md))

   ### What this pull request does

   In \`draft/2026-03-04-weekly.md\`:
   - added \`\` Fearless \`async\` \`\` in \`Observations/Thoughts\`, line 21
   - changed \`New title\` in \`Newsletters\`, line 8
   - moved \`Mover\` in \`Miscellaneous\`, line 40, from \`Research\`
   - removed \`Gone\` in the text before the first heading
   - changed text outside items, lines 3 to 5

   ### Not checked in full

   - closed-section: GitHub did not say whether the author may write to this repository

   The editors decide what is published; issue 641 closes on 2026-03-04."
  `);
  expect(check.annotations).toMatchInlineSnapshot(`
   [
     {
       "endLine": 21,
       "level": "failure",
       "message": "The bullet is “-”: start the line with “* ”, as the other items do.",
       "path": "draft/2026-03-04-weekly.md",
       "startLine": 21,
       "title": "item-bullet (error)",
     },
     {
       "endLine": 40,
       "level": "warning",
       "message": "Two links: keep one.",
       "path": "draft/2026-03-04-weekly.md",
       "startLine": 40,
       "title": "item-form (warning)",
     },
   ]
  `);
});

test('the report of a clean first contribution welcomes', () => {
  const settings = {
    ...makeInput().settings,
    welcome: 'Welcome! Please read [our guidelines](https://site.example/).',
  };
  const submission = { files: [toSubmittedFile(file, changes.slice(0, 1))] };
  const check = renderCheck(makeInput({ files: [file], submission, isFirstContribution: true, settings }));
  expect(check.summary).toMatchInlineSnapshot(`
   "Welcome! Please read [our guidelines](https://site.example/).

   Nothing to correct: thank you!

   ### What this pull request does

   In \`draft/2026-03-04-weekly.md\`:
   - added \`\` Fearless \`async\` \`\` in \`Observations/Thoughts\`, line 21

   The editors decide what is published; issue 641 closes on 2026-03-04."
  `);
});

describe('the conclusion', () => {
  test.each([
    ['an error', ['hint', 'warning', 'error'], 'failure', '1 error, 1 warning and 1 hint'],
    ['only warnings and hints', ['warning', 'warning', 'hint'], 'neutral', '2 warnings and 1 hint'],
    ['only hints', ['hint'], 'success', '1 hint'],
    ['nothing', [], 'success', 'Nothing to correct'],
  ] as const)('of %s', (_, severities, conclusion, title) => {
    const findings = severities.map((severity, index) => find({ line: index + 1, severity }));
    expect(renderCheck(makeInput({ findings }))).toMatchObject({ conclusion, title });
  });
});

describe('when the issue closes', () => {
  const close = (input: Parameters<typeof makeInput>[0]) => renderCheck(makeInput(input)).summary.split('\n').at(-1);

  test.each([
    [
      'is said by the header of an open draft',
      {},
      'The editors decide what is published; issue 641 closes on 2026-03-04.',
    ],
    [
      'is believed where nobody knows the open drafts',
      { openDrafts: undefined },
      'The editors decide what is published; issue 641 closes on 2026-03-04.',
    ],
    ['is not said of a draft that is no longer open', { openDrafts: [] }, 'The editors decide what is published.'],
    ['is not said where no draft was read', { submission: { files: [] } }, 'The editors decide what is published.'],
  ])('%s', (_, input, expected) => expect(close(input)).toBe(expected));

  test('is said without a number where the header has none', () => {
    const submitted = toSubmittedFile(file, []);
    const header = { title: undefined, number: undefined, date: toDay('2026-03-04'), endLine: 1 };
    const head = submitted.head && { ...submitted.head, header };
    expect(close({ submission: { files: [{ ...submitted, head }] } })).toBe(
      'The editors decide what is published; the issue closes on 2026-03-04.',
    );
  });
});

test('a report of thousands of long lines stays below the limit and counts what it leaves out', () => {
  const long = '🦀'.repeat(500);
  const findings = Array.from({ length: 3_000 }, (_, index) => find({ line: index + 1, quotes: [long, long] }));
  const many = Array.from({ length: 3_000 }, (): ItemChange => ({ kind: 'added', after: place(long, long) }));
  const path = toRepositoryPath(`draft/${long}.md`);
  const check = renderCheck(
    makeInput({
      files: [file],
      findings: findings.map((one) => ({ ...one, path })),
      submission: { files: [toSubmittedFile(file, many)] },
    }),
  );
  expect(countBytes(check.summary)).toBeLessThan(65_535);
  expect(check.summary.match(/^- … and [\d]+ more$/gm)).toHaveLength(2);
  // Every 50 cost a request: thousands would use up what GitHub allows an hour.
  expect(check.annotations).toHaveLength(250);
});
