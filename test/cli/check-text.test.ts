import { expect, test } from '@jest/globals';
import { renderText } from '../../src/cli/check/render-text.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { changedDraft } from '../support/changed-draft.ts';

const path = toRepositoryPath('draft/2026-03-11-this-week-in-rust.md');

/** What a finding about all lines of a draft looks like. */
function tell(lines: readonly string[]): readonly string[] {
  const read = readSubmission([changedDraft(path, '', lines.join('\n'))], defaultConfig);
  const place = { startLine: 1, startColumn: 1, endLine: lines.length, endColumn: 1 };
  const finding = {
    rule: 'some-rule',
    severity: 'hint',
    path,
    place,
    message: 'Look.',
    quotes: [],
    subject: '',
  } as const;
  const report = { ...read, findings: [{ ...finding, edits: [] }], notChecked: [] };
  return renderText(report, false).split('\n');
}

test('a finding about many long lines shows some of them, in part', () => {
  const shown = tell(Array.from({ length: 40 }, (_, index) => `${index} ${'x'.repeat(3000)}`));
  expect(shown.length).toBeLessThan(20);
  expect(Math.max(...shown.map((line) => line.length))).toBeLessThan(1100);
  expect(shown).toContain('       … (28 more lines)');
});

test('a finding stands under its file, above its line, without colour where none is asked for', () => {
  expect(tell(['* [One](https://one.example/)']).join('\n')).toMatchInlineSnapshot(`
   "draft/2026-03-11-this-week-in-rust.md
     1:1 hint Look.
          some-rule https://github.com/copydesk/copydesk/blob/main/docs/rules/some-rule.md
          * [One](https://one.example/)

   1 hint (items: 1 added)."
  `);
});
