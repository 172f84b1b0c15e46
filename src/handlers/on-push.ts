import { getFileRole } from '../config/file-role.ts';
import type { JobEnd, RepositoryRef, Turn } from '../ports.ts';
import type { Cause, Deps } from './deps.ts';
import { putBackOrGiveUp } from './put-back-or-give-up.ts';
import { enqueueReview } from './review-pull-request.ts';
import { parsePushEvent } from './webhook-events.ts';

/** A draft came or went on the default branch (an issue was published): what is open is reviewed against what is there now. */
export function onPush(deps: Deps, payload: unknown, cause: Cause): void {
  const event = parsePushEvent(payload);
  if (event?.isDefaultBranch !== true) return;
  const concernsDrafts = event.cameOrWent.some((path) => getFileRole(deps.config, path) === 'draft');
  if (!concernsDrafts && !event.isForced) return;
  const { owner, repository } = event.repository;
  const name = `${owner}/${repository}`;
  const log = deps.log.with({ ...cause, repository: name });
  deps.lanes.enqueue(`push ${name}`.toLowerCase(), (turn) =>
    reviewOpenPullRequests({ ...deps, log }, event.repository, { turn, cause }),
  );
}

async function reviewOpenPullRequests(
  deps: Deps,
  repository: RepositoryRef,
  { turn, cause }: { turn: Turn; cause: Cause },
): Promise<JobEnd> {
  const open = await deps.github.listOpenPullRequests(repository);
  if (!open.ok) return putBackOrGiveUp(deps.log, open.trouble, turn);
  deps.log.info({ pulls: open.value.length }, 'The drafts changed: open pull requests are reviewed again');
  for (const number of open.value) enqueueReview(deps, { ...repository, number }, cause);
  return { kind: 'done' };
}
