import { parseCommands } from '../commands/parse-command.ts';
import type { Cause, Deps } from './deps.ts';
import { enqueueReview } from './review-pull-request.ts';
import { type CommentEvent, parseIssueCommentEvent, parseReviewCommentEvent } from './webhook-events.ts';

/** Somebody wrote, edited or deleted a comment in the conversation of a pull request. */
export function onIssueComment(deps: Deps, payload: unknown, cause: Cause): void {
  reviewWhereAsked(deps, parseIssueCommentEvent(payload), cause);
}

/** Somebody wrote, edited or deleted a comment in the diff. */
export function onReviewComment(deps: Deps, payload: unknown, cause: Cause): void {
  reviewWhereAsked(deps, parseReviewCommentEvent(payload), cause);
}

/**
 * The ordinary review finds and answers all commands of the conversation, so that one for several of them will do. An edit
 * never asks for anything; what it takes back is what the comment asked for before.
 */
function reviewWhereAsked(deps: Deps, event: CommentEvent | undefined, cause: Cause): void {
  if (event === undefined || event.isByApp) return;
  const { ref, newId } = event;
  if (parseCommands(event.formerBody ?? event.body).length === 0) return;
  enqueueReview(deps, ref, cause, { commentId: newId });
}
