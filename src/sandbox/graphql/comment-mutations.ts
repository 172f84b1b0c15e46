import { addIssueComment, type AnyComment, deleteComment, editComment } from '../actions/comments.ts';
import { addRemark } from '../actions/issues.ts';
import { type Fields, needText } from '../fields.ts';
import { requirePermission, TO_COMMENT, TO_REMARK } from '../permissions.ts';
import type { Issue } from '../records/issue.ts';
import { requireEditor } from '../routes/find-comment.ts';
import type { World } from '../world.ts';
import { viewIssueComment, viewReview, viewReviewComment } from './comment-view.ts';
import { findNode } from './find-node.ts';
import { answerMutation, inputOf } from './input.ts';
import { viewIssue, viewRemark } from './issue-view.ts';
import { viewPull } from './pull-view.ts';
import { type GraphContext, needViewer, refuse, type View } from './view.ts';

/** Mutations that write, change, hide and delete comments. */
export function viewCommentMutations(world: World): View {
  return {
    addComment: (args: Fields, context: GraphContext) => addComment(world, args, context),
    updateIssueComment: change(world, 'id', (comment, input, context) => {
      editComment(world, comment, needViewer(context), needText(input, 'body'));
      return { issueComment: viewComment(world, comment) };
    }),
    updatePullRequestReviewComment: change(world, 'pullRequestReviewCommentId', (comment, input, context) => {
      editComment(world, comment, needViewer(context), needText(input, 'body'));
      return { pullRequestReviewComment: viewComment(world, comment) };
    }),
    deleteIssueComment: change(world, 'id', (comment, _, context) => {
      deleteComment(world, comment, needViewer(context));
      return {};
    }),
    deletePullRequestReviewComment: change(world, 'id', (comment, _, context) => {
      deleteComment(world, comment, needViewer(context));
      return {
        pullRequestReview: comment.kind === 'review-comment' ? viewReview(world, comment.review) : null,
        pullRequestReviewComment: viewComment(world, comment),
      };
    }),
    minimizeComment: change(world, 'subjectId', (comment, input) => {
      comment.minimized = needText(input, 'classifier');
      return { minimizedComment: viewComment(world, comment) };
    }),
    unminimizeComment: change(world, 'subjectId', (comment) => {
      comment.minimized = undefined;
      return { unminimizedComment: viewComment(world, comment) };
    }),
  };
}

function addComment(world: World, args: Fields, context: GraphContext): View {
  const input = inputOf(args);
  const found = findNode(world, needText(input, 'subjectId'));
  if (found.kind === 'Issue') return remarkOn(found.issue, input, context);
  if (found.kind !== 'PullRequest') throw refuse('UNPROCESSABLE', 'The subject cannot be commented on.');
  requirePermission(context.actor, found.pull.repository, TO_COMMENT.write);
  const comment = addIssueComment(world, found.pull, needViewer(context), needText(input, 'body'));
  return answerMutation(input, {
    commentEdge: { cursor: '', node: viewIssueComment(world, comment) },
    subject: viewPull(world, found.pull),
  });
}

function remarkOn(issue: Issue, input: Fields, context: GraphContext): View {
  requirePermission(context.actor, issue.repository, TO_REMARK);
  const remark = addRemark(context.world, issue, needViewer(context), { body: needText(input, 'body') });
  return answerMutation(input, {
    commentEdge: { cursor: '', node: viewRemark(context.world, remark) },
    subject: viewIssue(context.world, issue),
  });
}

/** A mutation of one comment, for whoever may edit it. */
function change(
  world: World,
  idName: string,
  run: (comment: AnyComment, input: Fields, context: GraphContext) => View,
) {
  return (args: Fields, context: GraphContext): View => {
    const input = inputOf(args);
    const found = findNode(world, needText(input, idName));
    if (found.kind !== 'IssueComment' && found.kind !== 'PullRequestReviewComment') {
      throw refuse('NOT_FOUND', `Could not resolve to a comment with the global id of '${needText(input, idName)}'.`);
    }
    requirePermission(context.actor, found.comment.pull.repository, TO_COMMENT.write);
    requireEditor(context.actor, found.comment);
    return answerMutation(input, run(found.comment, input, context));
  };
}

function viewComment(world: World, comment: AnyComment): View {
  return comment.kind === 'issue-comment' ? viewIssueComment(world, comment) : viewReviewComment(world, comment);
}
