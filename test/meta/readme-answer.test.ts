// The first screen of README.md: its diff goes through the whole review, and the answer below it is what comes out.
import { expect, test } from '@jest/globals';
import { createTwoFilesPatch } from 'diff';
import { readFileSync } from 'node:fs';
import { indexIssues } from '../../src/archive/index-issues.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import type { ChangedFile } from '../../src/newsletter/changed-file.ts';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import { planReview } from '../../src/review/plan-review.ts';
import type { ReviewPlan } from '../../src/review/review-plan.ts';
import { runRules } from '../../src/rules/run-rules.ts';
import { toCommitSha, toDay } from '../../src/shared/brand.ts';
import { changedDraft } from '../support/changed-draft.ts';

const readme = readFileSync('README.md', 'utf8');
const [, diff = ''] = /^```diff\n([^]*?)^```/m.exec(readme) ?? [];
const [, answer = ''] = /<!-- answer:start -->\n\n([^]*?)\n\n<!-- answer:end -->/.exec(readme) ?? [];
const draft = ['Title: Weekly', 'Number: 9', 'Date: 2026-12-02', '', '## Updates from Rust Community', ''];
const openedOn = toDay('2026-11-27');

test('the diff on the first screen has four lines', () => {
  expect(diff.trimEnd().split('\n')).toHaveLength(4);
});

test('the answer below it is what Copydesk says', () => {
  const { review, check } = reviewDiff(diff);
  expect(check?.conclusion).toBe('failure');
  const said = (review?.comments ?? []).map(({ body }) => body.replace(/\n\n<!-- copydesk:.*-->$/, ''));
  expect(said).toEqual([answer.replaceAll(/^> ?/gm, '')]);
});

test('with the suggestion accepted there is nothing more to say', () => {
  const [, fixed = ''] = /^> ```suggestion\n> (.*)$/m.exec(answer) ?? [];
  expect(fixed).not.toBe('');
  const { review, check } = reviewDiff(diff.replace(/^\+.*$/m, `+${fixed}`));
  expect(review).toBeUndefined();
  expect(check?.conclusion).toBe('success');
});

function reviewDiff(text: string): ReviewPlan {
  const file = toFile(text);
  if (openedOn === undefined) throw new Error('no day');
  const author = { login: 'ben', permission: 'read' as const };
  const read = readSubmission([file], defaultConfig);
  const verdict = runRules({
    ...read,
    config: defaultConfig,
    proposedConfig: undefined,
    author,
    openedOn,
    openDrafts: undefined,
    otherPulls: [],
    archive: indexIssues([]),
    sectionModel: undefined,
    isPublishing: false,
  });
  return planReview({
    repositoryId: '1',
    number: 1,
    head: toCommitSha('c0ffee'),
    isFirstContribution: false,
    ignored: [],
    places: [],
    isAskedFor: false,
    files: [file],
    configuration: { mistake: undefined, lost: [], proposed: undefined },
    submission: read.submission,
    ...verdict,
    openDrafts: undefined,
    earlier: { check: undefined, comments: [], summaries: [] },
    settings: { markerKey: 'k', rulePages: 'docs/rules', welcome: undefined, mayCommentInline: true },
  });
}

/** A draft in which the lines of the diff stand under the section that its first line names. */
function toFile(text: string): ChangedFile {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const top = [...draft, header.replace(/^@@.*@@ /, ''), ''];
  const take = (signs: string): string =>
    [...top, ...lines.filter((line) => signs.includes(line[0] ?? '')).map((line) => line.slice(1)), ''].join('\n');
  const [base, head] = [take(' -'), take(' +')];
  const patch = createTwoFilesPatch('a', 'b', base, head).replace(/^[^]*?(?=^@@ )/m, '');
  return { ...changedDraft('draft/2026-12-02-weekly.md', base, head), patch };
}
