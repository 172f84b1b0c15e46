import type { CheckReport } from '../../src/cli/check/check-report.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { ChangedFile } from '../../src/newsletter/changed-file.ts';
import type { OpenDraft } from '../../src/newsletter/open-draft.ts';
import { recogniseWords } from '../../src/review/own-words.ts';
import { planReview } from '../../src/review/plan-review.ts';
import type { InlineComment, ReviewPlan } from '../../src/review/review-plan.ts';
import { readSuggestion, type Replacement, replaceLines } from '../../src/sandbox/people/read-suggestion.ts';
import { toCommitSha } from '../../src/shared/brand.ts';
import { getFingerprints } from '../../src/findings/fingerprint.ts';
import { RULE_PAGES } from '../../src/wording/rule-url.ts';
import { acceptAll, listLeft } from './find-composition-flaws.ts';
import { addPatch } from './add-patch.ts';

type Review = (files: readonly ChangedFile[]) => CheckReport;

interface Offer extends Replacement {
  readonly path: string;
  /** The findings that its comment names. */
  readonly fingerprints: readonly string[];
}

const signature = { repositoryId: '1', number: 1, key: 'nobody else needs it' };

/**
 * Accepts the suggestions of a review as GitHub has it, each alone and all in one commit, and says what is wrong with the
 * outcome: suggestions that overlap, or that are not the edits; one that leaves something to say or gives a reason to.
 */
export function findSuggestionFlaws(
  files: readonly ChangedFile[],
  openDrafts: readonly OpenDraft[] | undefined,
  report: CheckReport,
  review: Review,
): readonly string[] {
  const offers = readOffers(plan(files, openDrafts, report));
  if (offers.length === 0) return [];
  const { findings } = report;
  const names = getFingerprints(findings);
  const offered = (accepted: readonly Offer[]): readonly Finding[] => {
    const named = new Set(accepted.flatMap(({ fingerprints }) => fingerprints));
    return findings.filter(({ edits }, index) => edits.length > 0 && named.has(names[index] ?? ''));
  };
  const judge = (accepted: readonly Offer[]): readonly string[] => {
    const fixed = offered(accepted);
    const before = findings.map((finding) => (fixed.includes(finding) ? finding : { ...finding, edits: [] }));
    const after = review(accept(files, accepted)).findings;
    const open = new Set(findings.filter((finding) => !fixed.includes(finding)).map(describe));
    return listLeft(
      before,
      after.map((finding) => (open.has(describe(finding)) ? { ...finding, edits: [] } : finding)),
    );
  };
  const alone = offers.length === 1 ? [] : offers.flatMap((offer) => judge([offer]).map((flaw) => `alone, ${flaw}`));
  return [
    ...listOverlaps(offers),
    ...listDifferent(files, offers, offered(offers)),
    ...judge(offers).map((flaw) => `in a batch, ${flaw}`),
    ...alone,
  ];
}

function plan(
  files: readonly ChangedFile[],
  openDrafts: readonly OpenDraft[] | undefined,
  report: CheckReport,
): ReviewPlan {
  return planReview({
    ...signature,
    ...report,
    files: files.map(addPatch),
    openDrafts,
    head: toCommitSha('c0ffee'),
    isFirstContribution: false,
    ignored: [],
    places: [],
    isAskedFor: false,
    configuration: { mistake: undefined, lost: [], proposed: undefined },
    earlier: { check: undefined, comments: [], summaries: [] },
    settings: { markerKey: signature.key, rulePages: RULE_PAGES, welcome: undefined, mayCommentInline: true },
  });
}

function readOffers({ review }: ReviewPlan): readonly Offer[] {
  return (review?.comments ?? []).flatMap((comment) => {
    const lines = readSuggestion(comment.body);
    return lines === undefined ? [] : [toOffer(comment, lines)];
  });
}

function toOffer({ path, startLine, line, body }: InlineComment, lines: readonly string[]): Offer {
  const words = recogniseWords(body, signature);
  const fingerprints = words?.kind === 'comment' ? words.fingerprints : [];
  return { path, first: startLine ?? line, last: line, lines, fingerprints };
}

function accept(files: readonly ChangedFile[], offers: readonly Offer[]): readonly ChangedFile[] {
  return files.map((file) => {
    const own = offers.filter(({ path }) => path === file.path);
    return own.length === 0 ? file : { ...file, head: replaceLines(file.head ?? '', own) };
  });
}

/** GitHub refuses a batch of suggestions that overlap. */
function listOverlaps(offers: readonly Offer[]): readonly string[] {
  return [...Map.groupBy(offers, ({ path }) => path)].flatMap(([path, list]) => {
    const sorted = list.toSorted((one, other) => one.first - other.first);
    return sorted
      .filter(({ first }, index) => first <= (sorted[index - 1]?.last ?? 0))
      .map(({ first }) => `suggestions overlap: ${path}:${first}`);
  });
}

/** Accepting a batch must come to the same as applying the edits of what its comments name. */
function listDifferent(
  files: readonly ChangedFile[],
  offers: readonly Offer[],
  offered: readonly Finding[],
): readonly string[] {
  const edited = acceptAll(files, offered);
  const accepted = accept(files, offers);
  return files.flatMap(({ path }, index) => {
    const [one = '', other = ''] = [edited[index]?.head, accepted[index]?.head];
    const line = one.split('\n').findIndex((text, at) => text !== other.split('\n')[at]) + 1;
    return one === other ? [] : [`the suggestions are not the edits: ${path}:${line}`];
  });
}

/** Without the subject: what an event is known by may be what a suggestion mends. */
function describe({ rule, quotes, message }: Finding): string {
  return JSON.stringify([rule, message, quotes]);
}
