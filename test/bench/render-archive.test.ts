import { expect, test } from '@jest/globals';
import type { ArchiveFinding } from '../../bench/evaluate/evaluate-archive.ts';
import { renderCounts, renderFindings, sampleFindings } from '../../bench/evaluate/render-archive.ts';
import { toDay, toRepositoryPath } from '../../src/shared/brand.ts';

function writeFinding(name: string): ArchiveFinding {
  const day = toDay('2026-03-04');
  if (day === undefined) throw new Error('no day');
  const path = toRepositoryPath('content/2026-03-04-this-week-in-rust.md');
  const place = { startLine: 9, startColumn: 3, endLine: 9, endColumn: 5 };
  const said = { message: 'This is {0}: take it out.', quotes: [name], edits: [], subject: name };
  const finding = { rule: 'slips', severity: 'error', path, place, ...said } as const;
  return { key: `${day}:${name}`, day, finding, line: `* ${name}` };
}

const findings = Array.from({ length: 100 }, (_, index) => writeFinding(`slip ${index}`));

test('a sample is the same every time, in order, and keeps most of itself when findings come and go', () => {
  const sample = sampleFindings(findings, 30);
  expect(sample).toHaveLength(30);
  expect(findings.filter((finding) => sample.includes(finding))).toEqual(sample);
  expect(sampleFindings(sample, 30)).toEqual(sample);
  const [, ...fewer] = findings;
  expect(sampleFindings(fewer, 30).filter((finding) => sample.includes(finding)).length).toBeGreaterThanOrEqual(29);
});

test('fewer findings than asked for are all in the sample', () => {
  expect(sampleFindings(findings, 101)).toEqual(findings);
});

test('the table says what a change adds or loses', () => {
  const row = { error: 1, warning: 0, hint: 0 };
  const now = { slips: { ...row, error: 3 }, same: row };
  expect(renderCounts(now, { slips: { ...row, hint: 2 }, same: row, old: row })).toMatchInlineSnapshot(`
   "rule                       error         warning            hint
   slips                          3 (+2)          0               0 (−2)
   same                           1               0               0
   old                         gone"
  `);
});

test('each finding is listed with the key to judge it by, and its judgement', () => {
  const archive = {
    '2026-03-04:one': { verdict: 'right', why: 'it slipped' },
    '2026-02-25:older': { verdict: 'right', why: 'it slipped' },
    '2026-03-04:three': { verdict: 'false alarm', why: 'it is meant' },
  } as const;
  const all = ['one', 'two'].map(writeFinding);
  expect(renderFindings(all, all, '2026-03-04', { pulls: {}, archive })).toMatchInlineSnapshot(`
   "2026-03-04 9:3 error This is \`one\`: take it out.
       * one
       2026-03-04:one right: it slipped
   2026-03-04 9:3 error This is \`two\`: take it out.
       * two
       2026-03-04:two not judged

   2 findings: 1 right, 1 not judged
   judged, but not found here: 2026-03-04:three"
  `);
});
