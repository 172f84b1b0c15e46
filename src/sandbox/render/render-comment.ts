import { nodeId } from '../node-id.ts';
import type { IssueRemark } from '../records/issue.ts';
import type { IssueComment, Review, ReviewComment } from '../records/pull.ts';
import type { World } from '../world.ts';
import { renderAccount } from './render-account.ts';
import { issuePage, pullAddress, pullPage, repositoryAddress } from './addresses.ts';
import { renderReactionCounts } from './render-reaction.ts';
import { renderTime } from './render-time.ts';

/** A comment of the conversation as REST shows it. */
export function renderIssueComment(world: World, comment: IssueComment) {
  const api = `${repositoryAddress(world, comment.pull.repository)}/issues`;
  return {
    url: `${api}/comments/${comment.id}`,
    html_url: `${pullPage(world, comment.pull)}#issuecomment-${comment.id}`,
    issue_url: `${api}/${comment.pull.number}`,
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    user: renderAccount(world, comment.author),
    created_at: renderTime(comment.createdAt),
    updated_at: renderTime(comment.updatedAt),
    body: comment.body,
    author_association: comment.authorAssociation,
    reactions: renderReactionCounts(`${api}/comments/${comment.id}`, comment.reactions),
    performed_via_github_app: null,
  };
}

/** A comment on an issue as REST shows it. */
export function renderRemark(world: World, remark: IssueRemark) {
  const { issue } = remark;
  const api = `${repositoryAddress(world, issue.repository)}/issues`;
  return {
    url: `${api}/comments/${remark.id}`,
    html_url: `${issuePage(world, issue)}#issuecomment-${remark.id}`,
    issue_url: `${api}/${issue.number}`,
    id: remark.id,
    node_id: nodeId('IssueComment', remark.id),
    user: renderAccount(world, remark.author),
    created_at: renderTime(remark.createdAt),
    updated_at: renderTime(remark.createdAt),
    body: remark.body,
    author_association: remark.authorAssociation,
    reactions: renderReactionCounts(`${api}/comments/${remark.id}`, remark.reactions),
    performed_via_github_app: null,
  };
}

/** A review as REST shows it; its inline comments are asked for apart. */
export function renderReview(world: World, review: Review) {
  const page = `${pullPage(world, review.pull)}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: renderAccount(world, review.author),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: pullAddress(world, review.pull),
    author_association: review.authorAssociation,
    _links: { html: { href: page }, pull_request: { href: pullAddress(world, review.pull) } },
    submitted_at: renderTime(review.submittedAt),
    commit_id: review.commit,
  };
}

/** An inline comment as REST shows it. */
export function renderReviewComment(world: World, comment: ReviewComment) {
  const { pull, thread } = comment;
  const api = `${repositoryAddress(world, pull.repository)}/pulls/comments/${comment.id}`;
  const page = `${pullPage(world, pull)}#discussion_r${comment.id}`;
  const first = thread.comments[0];
  return {
    url: api,
    pull_request_review_id: comment.review.id,
    id: comment.id,
    node_id: nodeId('PullRequestReviewComment', comment.id),
    diff_hunk: thread.diffHunk,
    path: thread.path,
    ...renderPlace(comment),
    user: renderAccount(world, comment.author),
    body: comment.body,
    created_at: renderTime(comment.createdAt),
    updated_at: renderTime(comment.updatedAt),
    html_url: page,
    pull_request_url: pullAddress(world, pull),
    author_association: comment.authorAssociation,
    _links: { self: { href: api }, html: { href: page }, pull_request: { href: pullAddress(world, pull) } },
    reactions: renderReactionCounts(api, comment.reactions),
    ...(first === undefined || first === comment ? {} : { in_reply_to_id: first.id }),
  };
}

function renderPlace({ pull, thread }: ReviewComment) {
  const position = thread.subject === 'file' ? 1 : (thread.originalPosition ?? null);
  return {
    commit_id: thread.isOutdated ? thread.originalCommit : pull.head.sha,
    original_commit_id: thread.originalCommit,
    position: thread.isOutdated ? null : position,
    original_position: position ?? 1,
    start_line: thread.startLine ?? null,
    original_start_line: thread.originalStartLine ?? null,
    side: thread.side,
    start_side: thread.startSide ?? null,
    subject_type: thread.subject,
    // GitHub's description has no null for these, so a comment without a line has none.
    ...(thread.line === undefined ? {} : { line: thread.line }),
    ...(thread.originalLine === undefined ? {} : { original_line: thread.originalLine }),
  };
}
