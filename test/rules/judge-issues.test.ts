import { expect, test } from '@jest/globals';
import { defineRule, noOptions } from '../../src/rules/define-rule.ts';
import { judgeIssues } from '../../src/rules/judge-issues.ts';
import { draftPath, type PushedFile, reviewPush, writeDraft } from '../support/check-rule.ts';

/** Finds every line that says "slip". */
const slips = defineRule({
  id: 'slips',
  severity: 'error',
  summary: 'a line that slipped',
  options: noOptions,
  needs: [],
  check: (context) =>
    judgeIssues(context, ({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        const place = { startLine: index + 1, startColumn: 1, endLine: index + 1, endColumn: 1 };
        return line.includes('slip') ? [{ path, place, message: 'A slip.', subject: line }] : [];
      }),
    ),
});

function findLines(file: PushedFile): readonly number[] {
  return reviewPush({ files: [file] }, [slips]).findings.map(({ place }) => place.startLine);
}

const slip = '* [slip](https://ada.example/slip)';
const link = '* [link](https://ada.example/link)';
const old = writeDraft({ Official: [slip, slip] });

test('what was wrong before is nobody’s fault today, also where it moved down', () => {
  expect(findLines({ base: old, head: writeDraft({ Official: [link, slip, slip] }) })).toEqual([]);
});

test('one more of the same is found where it was added', () => {
  const head = writeDraft({ Official: [slip, slip], Jobs: [slip] });
  expect(findLines({ base: old, head })).toEqual([head.split('\n').lastIndexOf(slip) + 1]);
});

test('a new file, and an issue that is being published, are judged whole', () => {
  expect(findLines({ head: old })).toHaveLength(2);
  const path = 'content/2026-03-04-this-week-in-rust.md';
  expect(findLines({ path, previousPath: draftPath, base: old, head: old })).toHaveLength(2);
  expect(findLines({ path, base: old, head: old })).toEqual([]);
});

test('templates are gaps to fill in', () => {
  expect(findLines({ path: 'draft/DRAFT_TEMPLATE', head: old })).toEqual([]);
});
