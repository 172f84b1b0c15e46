import { parseNodeId } from '../node-id.ts';
import type { Issue, IssueRemark } from '../records/issue.ts';
import type { IssueComment, Pull, Review, ReviewComment, Thread } from '../records/pull.ts';
import type { CheckRun } from '../records/check.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../world.ts';
import { refuse } from './view.ts';

/** What a node id can name here. */
export type Found =
  | { readonly kind: 'Repository'; readonly repository: Repository }
  | { readonly kind: 'PullRequest'; readonly pull: Pull }
  | { readonly kind: 'Issue'; readonly issue: Issue }
  | { readonly kind: 'IssueComment'; readonly comment: IssueComment }
  /** GitHub knows no other name for it either. */
  | { readonly kind: 'IssueRemark'; readonly remark: IssueRemark }
  | { readonly kind: 'PullRequestReviewComment'; readonly comment: ReviewComment }
  | { readonly kind: 'PullRequestReview'; readonly review: Review }
  | { readonly kind: 'PullRequestReviewThread'; readonly thread: Thread }
  | { readonly kind: 'CheckRun'; readonly run: CheckRun };

/** Finds what a node id names; GitHub's error where there is nothing, or nothing more. */
export function findNode(world: World, id: string): Found {
  const named = parseNodeId(id);
  const found =
    named === undefined
      ? undefined
      : listNodes(world).find(([key, one]) => getNodeKind(one) === named.kind && String(key) === named.key)?.[1];
  if (found === undefined) throw refuse('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
  return found;
}

function getNodeKind({ kind }: Found): string {
  return kind === 'IssueRemark' ? 'IssueComment' : kind;
}

function listNodes(world: World): readonly (readonly [key: number, found: Found])[] {
  const repositories = world.repositories.filter((one) => !one.isDeleted);
  const pulls = repositories.flatMap((repository) => repository.pulls);
  const issues = repositories.flatMap((repository) => repository.issues);
  const threads = pulls.flatMap((pull) => pull.threads);
  return [
    ...repositories.map((repository) => [repository.id, { kind: 'Repository', repository }] as const),
    ...pulls.map((pull) => [pull.id, { kind: 'PullRequest', pull }] as const),
    ...issues.map((issue) => [issue.id, { kind: 'Issue', issue }] as const),
    ...issues.flatMap((issue) => issue.comments).map((one) => [one.id, { kind: 'IssueRemark', remark: one }] as const),
    ...pulls.flatMap((pull) => pull.comments).map((one) => [one.id, { kind: 'IssueComment', comment: one }] as const),
    ...pulls
      .flatMap((pull) => pull.reviews)
      .map((one) => [one.id, { kind: 'PullRequestReview', review: one }] as const),
    ...threads.map((thread) => [thread.id, { kind: 'PullRequestReviewThread', thread }] as const),
    ...threads
      .flatMap((thread) => thread.comments)
      .map((one) => [one.id, { kind: 'PullRequestReviewComment', comment: one }] as const),
    ...repositories
      .flatMap((repository) => repository.suites)
      .flatMap((suite) => suite.runs)
      .map((run) => [run.id, { kind: 'CheckRun', run }] as const),
  ];
}
