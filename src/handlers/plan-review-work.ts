import type { PullRequestRef } from '../ports.ts';
import type { Announced, Cause, Work } from '../ports/job.ts';

/** The review of a pull request, in the lane of that pull request. */
export function planReviewWork(ref: PullRequestRef, cause: Cause, announced: Announced = {}): Work {
  const lane = `${ref.installationId} ${ref.owner}/${ref.repository}#${ref.number}`.toLowerCase();
  return { lane, job: { kind: 'review', ref, announced, cause } };
}
