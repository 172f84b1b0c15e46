import type { PullRequestRef } from '../ports.ts';
import type { Announced, Cause, Work } from '../ports/job.ts';
import { toRepositoryKey } from '../shared/repository-key.ts';

/** The review of a pull request, in the lane of that pull request. */
export function planReviewWork(ref: PullRequestRef, cause: Cause, announced: Announced = {}): Work {
  const lane = `${toRepositoryKey(ref)}#${ref.number}`;
  return { lane, job: { kind: 'review', ref, announced, cause } };
}
