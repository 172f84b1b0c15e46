import { getFingerprints } from '../findings/fingerprint.ts';
import { type FindingGroup, groupFindings, type NamedFinding } from './group-findings.ts';
import { signWords } from './own-words.ts';
import { planCheck } from './plan-check.ts';
import { planComments } from './plan-comments.ts';
import { renderCheck } from './render-check.ts';
import { renderClosing } from './render-next.ts';
import { renderSummary, type UnshownFinding } from './render-summary.ts';
import type { ReviewInput } from './review-input.ts';
import type { EarlierSummary, RetiredComment, ReviewPlan, SummaryPlan } from './review-plan.ts';

/**
 * Decides what to say about a pull request, given what is found now and what was said before: each finding is said
 * once, what is fixed is cleaned up, and where nothing is new nothing is written. Pure: the same input gives the same
 * plan, and the plan of a state that a plan has been executed on is empty.
 */
export function planReview(input: ReviewInput): ReviewPlan {
  const names = getFingerprints(input.findings);
  const findings = input.findings.map((finding, index) => ({ finding, fingerprint: names[index] ?? '' }));
  const { proposed } = input.configuration;
  const groups = groupFindings(findings, [...input.files, ...(proposed === undefined ? [] : [proposed.file])]);
  const comments = planComments(groups, input);
  const unshown = findings.filter(({ fingerprint }) => !comments.shown.has(fingerprint));
  return {
    check: planCheck(renderCheck(input), input.number, input.earlier.check, input.isAskedFor),
    review: comments.review,
    summary: planSummary(input, addCorrections(unshown, groups)),
    retire: [...comments.retire, ...retireDoubles(input.earlier.summaries)],
  };
}

/** Findings of one line share its correction, which then stands with the last of them. */
function addCorrections(unshown: readonly NamedFinding[], groups: readonly FindingGroup[]): readonly UnshownFinding[] {
  const positions = new Map(unshown.map((named, index) => [named, index]));
  const corrections = groups.flatMap(({ members, correction }) => {
    const last = unshown[Math.max(-1, ...members.map((member) => positions.get(member) ?? -1))];
    return last === undefined || correction === undefined ? [] : [[last, correction] as const];
  });
  const correctionOf = new Map(corrections);
  return unshown.map((named) => ({ finding: named.finding, correction: correctionOf.get(named) }));
}

function planSummary(input: ReviewInput, unshown: readonly UnshownFinding[]): SummaryPlan | undefined {
  const { findings, submission, openDrafts, settings, repositoryId, number, earlier } = input;
  const present = chooseSummary(earlier.summaries);
  if (findings.length === 0 && present === undefined) return undefined;
  const text = renderSummary({
    findings,
    hasIgnored: input.ignored.length > 0,
    unshown,
    welcome: input.isFirstContribution ? settings.welcome : undefined,
    closing: renderClosing(submission, openDrafts),
    rulePages: settings.rulePages,
    pages: input.pages,
  });
  const body = signWords(text, { kind: 'summary' }, { repositoryId, number, key: settings.markerKey });
  return present !== undefined && isSameText(present.body, body) ? undefined : { commentId: present?.commentId, body };
}

/** The summary to keep: the oldest that is visible. */
function chooseSummary(summaries: readonly EarlierSummary[]): EarlierSummary | undefined {
  return summaries.find(({ isRetired }) => !isRetired) ?? summaries[0];
}

function retireDoubles(summaries: readonly EarlierSummary[]): readonly RetiredComment[] {
  const kept = chooseSummary(summaries);
  return summaries
    .filter((summary) => summary !== kept && !summary.isRetired)
    .map(({ commentId }) => ({ commentId, threadId: undefined }));
}

/** GitHub may change line ends and blanks at the end. */
function isSameText(one: string, other: string): boolean {
  const normalize = (text: string): string => text.replaceAll('\r\n', '\n').trim();
  return normalize(one) === normalize(other);
}
