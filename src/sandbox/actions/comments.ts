import type { IssueComment, Pull, ReviewComment } from '../records/pull.ts';
import type { Account } from '../records/repository.ts';
import { renderIssueComment, renderReviewComment } from '../render/render-comment.ts';
import { renderIssue } from '../render/render-issue.ts';
import { renderPullSimple } from '../render/render-pull.ts';
import type { World } from '../world.ts';
import { associationOf, checkBody, noteNotifications } from './write-text.ts';

export type AnyComment = IssueComment | ReviewComment;

/** Writes a comment into the conversation. */
export function addIssueComment(world: World, pull: Pull, author: Account, body: string): IssueComment {
  checkBody('IssueComment', body);
  const at = world.now();
  const comment: IssueComment = {
    kind: 'issue-comment',
    id: world.nextId(),
    author,
    authorAssociation: associationOf(pull.repository, author),
    createdAt: at,
    pull,
    body,
    updatedAt: at,
    isEdited: false,
    minimized: undefined,
    reactions: [],
  };
  pull.comments.push(comment);
  pull.updatedAt = at;
  noteNotifications(world, pull, 'comment', author, body);
  tell(world, comment, 'created', author);
  return comment;
}

/** Changes what a comment says. */
export function editComment(world: World, comment: AnyComment, editor: Account, body: string): void {
  checkBody('IssueComment', body);
  const from = comment.body;
  comment.body = body;
  comment.updatedAt = world.now();
  comment.isEdited = true;
  noteNotifications(world, comment.pull, 'comment', editor, body);
  tell(world, comment, 'edited', editor, { changes: { body: { from } } });
}

/** Takes a comment away; a thread goes with its last one. */
export function deleteComment(world: World, comment: AnyComment, by: Account): void {
  const { pull } = comment;
  if (comment.kind === 'issue-comment') {
    pull.comments.splice(pull.comments.indexOf(comment), 1);
  } else {
    const { thread } = comment;
    thread.comments.splice(thread.comments.indexOf(comment), 1);
    if (thread.comments.length === 0) pull.threads.splice(pull.threads.indexOf(thread), 1);
  }
  tell(world, comment, 'deleted', by);
}

function tell(world: World, comment: AnyComment, action: string, sender: Account, fields: object = {}) {
  const { pull } = comment;
  if (comment.kind === 'issue-comment') {
    const issue = renderIssue(world, pull);
    const shown = renderIssueComment(world, comment);
    world.send('issue_comment', pull.repository, sender, { action, issue, comment: shown, ...fields });
  } else {
    const shown = renderReviewComment(world, comment);
    const pull_request = renderPullSimple(world, pull);
    world.send('pull_request_review_comment', pull.repository, sender, {
      action,
      comment: shown,
      pull_request,
      ...fields,
    });
  }
}
