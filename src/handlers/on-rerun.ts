import type { JobEnd, Turn } from '../ports.ts';
import { parseExternalId } from '../review/external-id.ts';
import type { Cause, Deps } from './deps.ts';
import { putBackOrGiveUp } from './put-back-or-give-up.ts';
import { enqueueReview } from './review-pull-request.ts';
import { parseCheckRunEvent, parseCheckSuiteEvent, type RerunEvent } from './webhook-events.ts';

/** Somebody asked to run our check again, by GitHub's button or by one of ours. */
export function onCheckRunRerun(deps: Deps, payload: unknown, cause: Cause): void {
  rerun(deps, parseCheckRunEvent(payload), cause);
}

/** Somebody asked to run all checks of a commit again. */
export function onCheckSuiteRerun(deps: Deps, payload: unknown, cause: Cause): void {
  rerun(deps, parseCheckSuiteEvent(payload), cause);
}

/** The event of a pull request from a fork does not name it: our own id of the check run does, or its head commit. */
function rerun(deps: Deps, event: RerunEvent | undefined, cause: Cause): void {
  if (event === undefined) return;
  const named = event.externalId === undefined ? undefined : parseExternalId(event.externalId)?.number;
  const numbers = named === undefined ? event.numbers : [named];
  for (const number of numbers) enqueueReview(deps, { ...event.repository, number }, cause);
  if (numbers.length > 0) return;
  const { owner, repository } = event.repository;
  const log = deps.log.with({ ...cause, repository: `${owner}/${repository}`, head: event.head });
  deps.lanes.enqueue(`rerun ${owner}/${repository}@${event.head}`.toLowerCase(), (turn) =>
    findAndEnqueue({ ...deps, log }, event, { turn, cause }),
  );
}

async function findAndEnqueue(
  deps: Deps,
  { repository, head }: RerunEvent,
  { turn, cause }: { turn: Turn; cause: Cause },
): Promise<JobEnd> {
  const found = await deps.github.findOpenPullRequestsByHead(repository, head);
  if (!found.ok) return putBackOrGiveUp(deps.log, found.trouble, turn);
  for (const number of found.value) enqueueReview(deps, { ...repository, number }, cause);
  return { kind: 'done' };
}
