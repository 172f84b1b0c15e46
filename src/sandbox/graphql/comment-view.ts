import type { AnyComment } from '../actions/comments.ts';
import { nodeId } from '../node-id.ts';
import type { IssueComment, Review, ReviewComment, Thread } from '../records/pull.ts';
import { pullPage } from '../render/addresses.ts';
import { renderTime } from '../render/render-time.ts';
import type { World } from '../world.ts';
import { isViewer, viewActor } from './actor-view.ts';
import { viewCommitById } from './commit-view.ts';
import { connect, type FieldCall } from './connect.ts';
import { viewPull } from './pull-view.ts';
import { viewReactions } from './reaction-view.ts';
import { viewRepository } from './repository-view.ts';
import type { View } from './view.ts';

/** A comment of the conversation. */
export function viewIssueComment(world: World, comment: IssueComment): View {
  return {
    __typename: 'IssueComment',
    id: nodeId('IssueComment', comment.id),
    ...viewWritten(world, comment),
    url: `${pullPage(world, comment.pull)}#issuecomment-${comment.id}`,
  };
}

/** An inline comment. */
export function viewReviewComment(world: World, comment: ReviewComment): View {
  const { thread } = comment;
  const first = thread.comments[0];
  return {
    __typename: 'PullRequestReviewComment',
    id: nodeId('PullRequestReviewComment', comment.id),
    ...viewWritten(world, comment),
    ...viewPlace(thread),
    url: `${pullPage(world, comment.pull)}#discussion_r${comment.id}`,
    diffHunk: thread.diffHunk,
    outdated: thread.isOutdated,
    state: 'SUBMITTED',
    replyTo: first === undefined || first === comment ? null : () => viewReviewComment(world, first),
    pullRequestReview: () => viewReview(world, comment.review),
    commit: () => viewCommitById(world, comment.pull.repository, comment.pull.head.sha),
    originalCommit: () => viewCommitById(world, comment.pull.repository, thread.originalCommit),
  };
}

/** An inline conversation. */
export function viewThread(world: World, thread: Thread): View {
  return {
    __typename: 'PullRequestReviewThread',
    id: nodeId('PullRequestReviewThread', thread.id),
    isResolved: thread.resolvedBy !== undefined,
    resolvedBy: thread.resolvedBy === undefined ? null : viewActor(world, thread.resolvedBy),
    isOutdated: thread.isOutdated,
    isCollapsed: thread.resolvedBy !== undefined,
    ...viewPlace(thread),
    diffSide: thread.side,
    startDiffSide: thread.startSide ?? null,
    pullRequest: () => viewPull(world, thread.pull),
    repository: () => viewRepository(world, thread.pull.repository),
    comments: (...call: FieldCall) => connect(call, thread.comments, (comment) => viewReviewComment(world, comment)),
  };
}

/** A submitted review. */
export function viewReview(world: World, review: Review): View {
  const { pull } = review;
  const own = () => pull.threads.flatMap((thread) => thread.comments).filter((comment) => comment.review === review);
  return {
    __typename: 'PullRequestReview',
    id: nodeId('PullRequestReview', review.id),
    databaseId: review.id,
    fullDatabaseId: String(review.id),
    body: review.body,
    state: review.state,
    author: viewActor(world, review.author),
    authorAssociation: review.authorAssociation,
    createdAt: renderTime(review.submittedAt),
    submittedAt: renderTime(review.submittedAt),
    updatedAt: renderTime(review.submittedAt),
    url: `${pullPage(world, pull)}#pullrequestreview-${review.id}`,
    viewerDidAuthor: isViewer(review.author),
    pullRequest: () => viewPull(world, pull),
    commit: () => viewCommitById(world, pull.repository, review.commit),
    comments: (...call: FieldCall) => connect(call, own(), (comment) => viewReviewComment(world, comment)),
  };
}

function viewWritten(world: World, comment: AnyComment): View {
  return {
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    body: comment.body,
    author: viewActor(world, comment.author),
    authorAssociation: comment.authorAssociation,
    createdAt: renderTime(comment.createdAt),
    publishedAt: renderTime(comment.createdAt),
    updatedAt: renderTime(comment.updatedAt),
    lastEditedAt: comment.isEdited ? renderTime(comment.updatedAt) : null,
    includesCreatedEdit: comment.isEdited,
    isMinimized: comment.minimized !== undefined,
    // Asked for with capitals, told without.
    minimizedReason: comment.minimized?.toLowerCase().replaceAll('_', '-') ?? null,
    viewerDidAuthor: isViewer(comment.author),
    ...viewReactions(comment),
    pullRequest: () => viewPull(world, comment.pull),
    repository: () => viewRepository(world, comment.pull.repository),
  };
}

function viewPlace(thread: Thread): View {
  return {
    path: thread.path,
    line: thread.line ?? null,
    startLine: thread.startLine ?? null,
    originalLine: thread.originalLine ?? null,
    originalStartLine: thread.originalStartLine ?? null,
    subjectType: thread.subject === 'file' ? 'FILE' : 'LINE',
  };
}
