import { parseCommands } from '../commands/parse-command.ts';
import type { Cause, Work } from '../ports/job.ts';
import { planReviewWork } from './plan-review-work.ts';
import { type CommentEvent, parseIssueCommentEvent, parseReviewCommentEvent } from './webhook-events.ts';

/** Somebody wrote, edited or deleted a comment in the conversation of a pull request. */
export function onIssueComment(payload: unknown, cause: Cause): readonly Work[] {
  return reviewWhereAsked(parseIssueCommentEvent(payload), cause);
}

/** Somebody wrote, edited or deleted a comment in the diff. */
export function onReviewComment(payload: unknown, cause: Cause): readonly Work[] {
  return reviewWhereAsked(parseReviewCommentEvent(payload), cause);
}

/**
 * The ordinary review finds and answers all commands of the conversation, so that one for several of them will do. An edit
 * never asks for anything; what it takes back is what the comment asked for before.
 */
function reviewWhereAsked(event: CommentEvent | undefined, cause: Cause): readonly Work[] {
  if (event === undefined || event.isByApp) return [];
  const { ref, newId, outdatedId } = event;
  if (parseCommands(event.formerBody ?? event.body).length === 0) return [];
  return [planReviewWork(ref, cause, { commentId: newId, outdatedComment: outdatedId })];
}
