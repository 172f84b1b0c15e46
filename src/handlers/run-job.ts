import type { JobEnd, Turn } from '../ports.ts';
import type { Job } from '../ports/job.ts';
import type { Deps } from './deps.ts';
import { reviewHead } from './on-rerun.ts';
import { reviewIfDraftsChanged, reviewOpenPullRequests } from './on-push.ts';
import { reviewPullRequest } from './review-pull-request.ts';

/** Does what a job says, from beginning to end; every line of its log says what set it off. */
export function runJob(deps: Deps, job: Job, turn: Turn): Promise<JobEnd> {
  const own = { ...deps, log: deps.log.with({ ...job.cause, ...describePlace(job) }) };
  switch (job.kind) {
    case 'review':
      return reviewPullRequest(own, job.ref, { turn, cause: job.cause, announced: job.announced });
    case 'review-open':
      return reviewOpenPullRequests(own, job, turn);
    case 'review-if-drafts-changed':
      return reviewIfDraftsChanged(own, job, turn);
    case 'review-head':
      return reviewHead(own, job, turn);
  }
}

function describePlace(job: Job): Readonly<Record<string, string>> {
  const { owner, repository } = job.kind === 'review' ? job.ref : job.repository;
  const name = `${owner}/${repository}`;
  if (job.kind === 'review') return { pull: `${name}#${job.ref.number}` };
  return job.kind === 'review-head' ? { repository: name, head: job.head } : { repository: name };
}
