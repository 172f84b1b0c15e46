import { MAX_FINDINGS_IN_COMMENT, MAX_INLINE_COMMENTS } from '../wording/limits.ts';
import { type FindingGroup, type NamedFinding, rank } from './group-findings.ts';
import { type Signature, signWords } from './own-words.ts';
import { renderComment, renderReviewBody } from './render-comment.ts';
import type { ReviewInput } from './review-input.ts';
import type { EarlierComment, InlineComment, InlineReview, RetiredComment } from './review-plan.ts';

export interface CommentsPlan {
  readonly review: InlineReview | undefined;
  readonly retire: readonly RetiredComment[];
  /** Fingerprints of the findings that a comment on a line of the diff shows, now or since earlier. */
  readonly shown: ReadonlySet<string>;
}

/** Decides which findings get a comment on their lines now, and which earlier comments have served. */
export function planComments(groups: readonly FindingGroup[], input: ReviewInput): CommentsPlan {
  const present = new Set(groups.flatMap(({ members }) => members.map(({ fingerprint }) => fingerprint)));
  const { kept, retire } = sortEarlier(input.earlier.comments, present);
  const fresh = mayReview(input) ? chooseFresh(groups, input.earlier.comments, MAX_INLINE_COMMENTS - kept.length) : [];
  const standing = kept.filter((comment) => comment.isCurrent).flatMap((comment) => comment.fingerprints);
  return {
    review: toReview(fresh, input),
    retire,
    shown: new Set([...standing, ...fresh.flatMap(({ members }) => members.map(({ fingerprint }) => fingerprint))]),
  };
}

/** One review for each head commit: what comes up later on the same commit goes to the summary. */
function mayReview({ earlier, head, settings }: ReviewInput): boolean {
  return settings.mayCommentInline && !earlier.comments.some((comment) => comment.head === head);
}

/**
 * Parts the live comments into those that stay and those to retire: their findings are gone, or an earlier
 * comment says all they say. Where somebody replied, the comment stays in any case.
 */
function sortEarlier(comments: readonly EarlierComment[], present: ReadonlySet<string>) {
  const kept: EarlierComment[] = [];
  const retire: RetiredComment[] = [];
  const said = new Set<string>();
  for (const comment of comments.filter(({ isRetired }) => !isRetired)) {
    const isUseful = comment.fingerprints.some((name) => present.has(name) && !said.has(name));
    if (isUseful || comment.hasReplies) kept.push(comment);
    else retire.push({ commentId: comment.commentId, threadId: comment.threadId });
    for (const name of comment.fingerprints) said.add(name);
  }
  return { kept, retire };
}

interface FreshGroup extends FindingGroup {
  readonly lines: NonNullable<FindingGroup['lines']>;
  readonly holdsEarlierFixes: boolean;
}

/** Groups with something that was never said: the gravest `limit` of them, in reading order. */
function chooseFresh(
  groups: readonly FindingGroup[],
  earlier: readonly EarlierComment[],
  limit: number,
): readonly FreshGroup[] {
  const said = new Set(earlier.flatMap(({ fingerprints }) => fingerprints));
  const fresh = groups.flatMap((group): FreshGroup[] => {
    const unsaid = group.members.filter(({ fingerprint }) => !said.has(fingerprint));
    const members = unsaid.slice(0, MAX_FINDINGS_IN_COMMENT);
    const hasEarlierFix = group.members.some((member) => !unsaid.includes(member) && member.finding.edits.length > 0);
    const holdsEarlierFixes = group.suggestion !== undefined && hasEarlierFix;
    return group.lines === undefined || members.length === 0
      ? []
      : [{ ...group, lines: group.lines, members, holdsEarlierFixes }];
  });
  const chosen = [...fresh]
    .sort((one, other) => rankFirst(one.members) - rankFirst(other.members))
    .slice(0, Math.max(0, limit));
  return fresh.filter((group) => chosen.includes(group));
}

function rankFirst([first]: readonly NamedFinding[]): number {
  return first === undefined ? Infinity : rank(first);
}

function toReview(groups: readonly FreshGroup[], input: ReviewInput): InlineReview | undefined {
  if (groups.length === 0) return undefined;
  const signature = { repositoryId: input.repositoryId, number: input.number, key: input.settings.markerKey };
  const fixes = groups.filter(({ suggestion }) => suggestion !== undefined).length;
  return {
    body: renderReviewBody(groups.length, fixes),
    comments: groups.map((group) => toComment(group, input, signature)),
  };
}

function toComment(group: FreshGroup, { head, settings }: ReviewInput, signature: Signature): InlineComment {
  const { lines, members, suggestion, holdsEarlierFixes } = group;
  const content = { findings: members.map(({ finding }) => finding), suggestion, holdsEarlierFixes };
  const fingerprints = members.map(({ fingerprint }) => fingerprint);
  return {
    path: group.path,
    startLine: lines.startLine < lines.endLine ? lines.startLine : undefined,
    line: lines.endLine,
    body: signWords(renderComment(content, settings.rulePages), { kind: 'comment', fingerprints, head }, signature),
  };
}
