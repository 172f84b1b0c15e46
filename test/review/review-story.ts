import { createTwoFilesPatch } from 'diff';
import type { Finding } from '../../src/findings/finding.ts';
import type { ChangedFile } from '../../src/newsletter/changed-file.ts';
import type { Issue, Item } from '../../src/newsletter/issue.ts';
import type { ItemChange, SubmittedFile } from '../../src/newsletter/submission.ts';
import { recogniseWords } from '../../src/review/own-words.ts';
import type { ReviewInput } from '../../src/review/review-input.ts';
import type { EarlierComment, EarlierSummary, EarlierWords, ReviewPlan } from '../../src/review/review-plan.ts';
import { toCommitSha, toDay, toRepositoryPath } from '../../src/shared/brand.ts';
import type { Place } from '../../src/shared/place.ts';
import { RULE_PAGES } from '../../src/wording/rule-url.ts';
import { changedDraft } from '../support/changed-draft.ts';

const draftPath = toRepositoryPath('draft/2026-03-04-weekly.md');
export const key = 'a key that is only for tests';
export const signature = { repositoryId: '1', number: 7, key };

export const silence: EarlierWords = { check: undefined, comments: [], summaries: [] };

/** A draft of 60 items, one a line, in which these lines are put in after line 20. */
export function writeDraft(...added: readonly string[]): { readonly base: string; readonly head: string } {
  const lines = Array.from({ length: 60 }, (_, index) => `* [Item ${index + 1}](https://site.example/${index + 1})`);
  const join = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');
  return { base: join(lines), head: join([...lines.slice(0, 20), ...added, ...lines.slice(20)]) };
}

export function toFile({ base, head }: { readonly base: string; readonly head: string }): ChangedFile {
  const patch = createTwoFilesPatch('a', 'b', base, head).replace(/^[\s\S]*?(?=^@@ )/m, '');
  return { ...changedDraft(draftPath, base, head), patch };
}

/** A finding on a whole line, or on a span of it. */
export function find(finding: Partial<Finding> & { readonly line: number }): Finding {
  const { line, ...given } = finding;
  return {
    rule: 'item-bullet',
    severity: 'error',
    path: draftPath,
    place: span(line, 1, 2),
    message: 'The bullet is {0}: start the line with {1}, as the other items do.',
    quotes: ['-', '* '],
    edits: [],
    subject: `line ${line}`,
    ...given,
  };
}

export function span(line: number, startColumn: number, endColumn: number): Place {
  return { startLine: line, startColumn, endLine: line, endColumn };
}

/** What `planReview` is given for a draft of issue 641, in a repository that has nothing to hide. */
export function makeInput(input: Partial<ReviewInput> = {}): ReviewInput {
  const files = input.files ?? [toFile(writeDraft('- [New](https://new.example/)'))];
  return {
    ...signature,
    head: toCommitSha('c0ffee'),
    isFirstContribution: false,
    files,
    configuration: { mistake: undefined, lost: [], proposed: undefined },
    submission: { files: files.map((file) => toSubmittedFile(file, [])) },
    findings: [],
    ignored: [],
    places: [],
    isAskedFor: false,
    notChecked: [],
    openDrafts: [{ path: draftPath, insertionLines: {} }],
    earlier: silence,
    settings: { markerKey: key, rulePages: RULE_PAGES, welcome: undefined, mayCommentInline: true },
    ...input,
  };
}

export function toSubmittedFile(file: ChangedFile, changes: readonly ItemChange[]): SubmittedFile {
  const { path, role, previousPath, previousRole } = file;
  const toIssue = (text: string): Issue => ({
    path,
    text,
    header: { title: 'Weekly', number: 641, date: toDay('2026-03-04'), endLine: 3 },
    sections: [],
    comments: [],
  });
  const base = file.base === undefined ? undefined : toIssue(file.base);
  const head = file.head === undefined ? undefined : toIssue(file.head);
  return { path, role, previousPath, previousRole, base, head, changes, outside: [] };
}

export function makeItem(title: string, line: number): Item {
  const place = span(line, 1, 2);
  const link = { place, title: { text: title, place }, url: { text: 'https://new.example/', place } };
  const entry = {
    content: { text: `[${title}](https://new.example/)`, place },
    prefixes: [],
    before: { text: '', place },
    links: [{ ...link, hover: undefined, defect: undefined }],
    after: { text: '', place },
  };
  return { place, raw: '', bullet: '*', indent: 0, bulletPlace: place, entry, children: [] };
}

/** What GitHub would show the bot after a plan was carried out: its own words, recognised by their markers. */
export function execute(plan: ReviewPlan, before: EarlierWords = silence): EarlierWords {
  const retired = new Set(plan.retire.map(({ commentId }) => commentId));
  const comments = (plan.review?.comments ?? []).map(({ body }, index): EarlierComment => {
    const words = recogniseWords(body, signature);
    if (words?.kind !== 'comment') throw new Error(`a comment without a marker: ${body}`);
    const commentId = `comment ${before.comments.length + index + 1}`;
    const { fingerprints, head } = words;
    return {
      commentId,
      threadId: `thread of ${commentId}`,
      fingerprints,
      head,
      isCurrent: true,
      hasReplies: false,
      isRetired: false,
    };
  });
  const retire = <Words extends EarlierComment | EarlierSummary>(words: Words): Words =>
    retired.has(words.commentId) ? { ...words, isRetired: true } : words;
  return {
    check:
      plan.check === undefined ? before.check : { checkRunId: 1, externalId: plan.check.externalId, isCompleted: true },
    comments: [...before.comments, ...comments].map(retire),
    summaries: sayInSummary(plan, before).map(retire),
  };
}

function sayInSummary({ summary }: ReviewPlan, { summaries }: EarlierWords): readonly EarlierSummary[] {
  if (summary === undefined) return summaries;
  if (summary.commentId === undefined)
    return [...summaries, { commentId: 'summary', body: summary.body, isRetired: false }];
  return summaries.map((present) =>
    present.commentId === summary.commentId ? { ...present, body: summary.body } : present,
  );
}

/** A plan as people would see it, markers left out. */
export function renderPlan({ check, review, summary, retire }: ReviewPlan): string {
  const hide = (body: string): string => body.replace(/\n\n<!-- copydesk:.*-->$/, '');
  const inline = (review?.comments ?? []).flatMap(({ startLine, line, body }) => [
    `--- on ${startLine === undefined ? '' : `lines ${startLine} to `}line ${line}`,
    hide(body),
  ]);
  const parts = [
    check === undefined ? [] : [`=== check: ${check.conclusion}, ${check.title}`],
    review === undefined ? [] : ['=== review', review.body, ...inline],
    summary === undefined
      ? []
      : [`=== summary, ${summary.commentId === undefined ? 'new' : 'edited'}`, hide(summary.body)],
    retire.length === 0 ? [] : [`=== retired: ${retire.map(({ commentId }) => commentId).join(', ')}`],
  ].flat();
  return parts.length === 0 ? 'nothing' : parts.join('\n');
}
