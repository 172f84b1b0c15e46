import type { Cause, Work } from '../ports/job.ts';
import { planReviewWork } from './plan-review-work.ts';
import { parsePullRequestEvent } from './webhook-events.ts';

/** Opened, reopened, pushed to, or ready for review: review it. */
export function onPullRequest(payload: unknown, cause: Cause): readonly Work[] {
  const event = parsePullRequestEvent(payload);
  return event === undefined ? [] : [planReviewWork(event.ref, cause, { outdatedHead: event.outdatedHead })];
}

/** Edited: only another base or title matters; a description is not reviewed. */
export function onPullRequestEdited(payload: unknown, cause: Cause): readonly Work[] {
  const event = parsePullRequestEvent(payload);
  return event?.changed.base === true || event?.changed.title === true ? [planReviewWork(event.ref, cause)] : [];
}
