import type { JobEnd, Turn } from '../ports.ts';
import type { Job } from '../ports/job.ts';
import { fillSections } from './fill/fill-sections.ts';
import { reviewHead } from './on-rerun.ts';
import { reviewIfDraftsChanged, reviewOpenPullRequests } from './on-push.ts';
import { learnPastWeek } from './past/learn-past-week.ts';
import { type ReconcileDeps, reconcile, reconcileRepository } from './reconcile.ts';
import { reviewPullRequest } from './review-pull-request.ts';

/** What some job or other uses. */
export type JobDeps = ReconcileDeps;

/** Does what a job says, from beginning to end; every line of its log says what set it off. */
export function runJob(deps: JobDeps, job: Job, turn: Turn): Promise<JobEnd> {
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
    case 'fill':
      return fillSections(own, job, turn);
    case 'learn-week':
      return learnPastWeek(own, job);
    case 'reconcile':
      return reconcile(own, job, turn);
    case 'reconcile-repository':
      return reconcileRepository(own, job, turn);
  }
}

function describePlace(job: Job): Readonly<Record<string, string>> {
  if (job.kind === 'reconcile') return {};
  const { owner, repository } = job.kind === 'review' ? job.ref : job.repository;
  const name = `${owner}/${repository}`;
  if (job.kind === 'review') return { pull: `${name}#${job.ref.number}` };
  return job.kind === 'review-head' ? { repository: name, head: job.head } : { repository: name };
}
