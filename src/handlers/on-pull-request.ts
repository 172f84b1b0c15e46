import type { Cause, Deps } from './deps.ts';
import { enqueueReview } from './review-pull-request.ts';
import { parsePullRequestEvent } from './webhook-events.ts';

/** Opened, reopened, pushed to, or ready for review: review it. */
export function onPullRequest(deps: Deps, payload: unknown, cause: Cause): void {
  const event = parsePullRequestEvent(payload);
  if (event !== undefined) enqueueReview(deps, event.ref, cause, { outdatedHead: event.outdatedHead });
}

/** Edited: only another base or title matters; a description is not reviewed. */
export function onPullRequestEdited(deps: Deps, payload: unknown, cause: Cause): void {
  const event = parsePullRequestEvent(payload);
  if (event?.changed.base === true || event?.changed.title === true) enqueueReview(deps, event.ref, cause);
}
