import type { PullRequestRef } from '../ports.ts';
import type { Announced, Cause, Job, Work } from '../ports/job.ts';

/** The review of a pull request, in the lane of that pull request. */
export function planReviewWork(ref: PullRequestRef, cause: Cause, announced: Announced = {}): Work {
  const lane = `${ref.installationId} ${ref.owner}/${ref.repository}#${ref.number}`.toLowerCase();
  return { lane, job: { kind: 'review', ref, announced, cause } };
}

/** Whatever takes the place of a push, or of a command, that GitHub may not know of yet must still know of it. */
export function mergeJobs(older: Job, newer: Job): Job {
  if (older.kind !== 'review' || newer.kind !== 'review') return newer;
  const { outdatedHead = older.announced.outdatedHead, commentId = older.announced.commentId } = newer.announced;
  return { ...newer, announced: { outdatedHead, commentId } };
}
