import type { JobEnd, PullRequestRef, Turn } from '../ports.ts';
import type { Cause, Job, Work } from '../ports/job.ts';
import { parseExternalId } from '../review/external-id.ts';
import type { Deps } from './deps.ts';
import { planReviewWork } from './plan-review-work.ts';
import { putBackOrGiveUp } from './put-back-or-give-up.ts';
import { parseCheckRunEvent, parseCheckSuiteEvent, type RerunEvent } from './webhook-events.ts';
import { toRepositoryKey } from '../shared/repository-key.ts';

/** Somebody asked to run our check again. */
export function onCheckRunRerun(payload: unknown, cause: Cause): readonly Work[] {
  return rerun(parseCheckRunEvent(payload), cause);
}

/** Somebody asked to run all checks of a commit again. */
export function onCheckSuiteRerun(payload: unknown, cause: Cause): readonly Work[] {
  return rerun(parseCheckSuiteEvent(payload), cause);
}

/** The event of a pull request from a fork does not name it: our own id of the check run does, or its head commit. */
function rerun(event: RerunEvent | undefined, cause: Cause): readonly Work[] {
  if (event === undefined) return [];
  const { repository, head } = event;
  const named = event.externalId === undefined ? undefined : parseExternalId(event.externalId)?.number;
  const numbers = named === undefined ? event.numbers : [named];
  if (numbers.length > 0) return numbers.map((number) => planAskedReview({ ...repository, number }, cause));
  const lane = `rerun ${toRepositoryKey(repository)}@${head}`;
  return [{ lane, job: { kind: 'review-head', repository, head, cause } }];
}

/** Finds the open pull requests with this head and puts their reviews into their lanes. */
export async function reviewHead(deps: Deps, job: Job & { kind: 'review-head' }, turn: Turn): Promise<JobEnd> {
  const { repository, head, cause } = job;
  const found = await deps.github.findOpenPullRequestsByHead(repository, head);
  if (!found.ok) return putBackOrGiveUp(deps.log, found.trouble, turn);
  await deps.lanes.enqueue(found.value.map((number) => planAskedReview({ ...repository, number }, cause)));
  return { kind: 'done' };
}

/** Says it again even where nothing has changed, for otherwise the check suite would stay queued. */
function planAskedReview(ref: PullRequestRef, cause: Cause): Work {
  return planReviewWork(ref, cause, { isAskedFor: true });
}
