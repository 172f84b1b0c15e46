import { CONFIG_PATH } from '../config/config-problem.ts';
import { getFileRole } from '../config/file-role.ts';
import type { JobEnd, RepositoryRef, Turn } from '../ports.ts';
import type { Cause, Deps } from './deps.ts';
import { putBackOrGiveUp } from './put-back-or-give-up.ts';
import { readNewsletterConfig } from './read-newsletter-config.ts';
import { enqueueReview } from './review-pull-request.ts';
import { parsePushEvent, type PushEvent } from './webhook-events.ts';

interface Work {
  readonly turn: Turn;
  readonly cause: Cause;
}

/**
 * A draft came or went on the default branch (an issue was published), or the configuration changed: what is open is
 * reviewed against what is there now.
 */
export function onPush(deps: Deps, payload: unknown, cause: Cause): void {
  const event = parsePushEvent(payload);
  if (event?.isDefaultBranch !== true) return;
  const { owner, repository } = event.repository;
  const name = `${owner}/${repository}`;
  const own = { ...deps, log: deps.log.with({ ...cause, repository: name }) };
  if (event.isForced || event.touched.includes(CONFIG_PATH)) {
    deps.lanes.enqueue(`push ${name}`.toLowerCase(), (turn) =>
      reviewOpenPullRequests(own, event.repository, { turn, cause }),
    );
  } else if (event.cameOrWent.length > 0) {
    // In a lane of its own: a later push, which may not concern drafts, must not take the place of this one.
    deps.lanes.enqueue(`push ${name}@${event.after}`.toLowerCase(), (turn) =>
      reviewIfDraftsChanged(own, event, { turn, cause }),
    );
  }
}

/** Which paths are drafts only the newsletter's configuration says. */
async function reviewIfDraftsChanged(deps: Deps, event: PushEvent, work: Work): Promise<JobEnd> {
  const reading = await deps.github.readConfiguration(event.repository, readNewsletterConfig);
  if (!reading.ok) return putBackOrGiveUp(deps.log, reading.trouble, work.turn);
  const { config } = reading.value;
  const concernsDrafts = event.cameOrWent.some((path) => getFileRole(config, path) === 'draft');
  return concernsDrafts ? reviewOpenPullRequests(deps, event.repository, work) : { kind: 'done' };
}

async function reviewOpenPullRequests(deps: Deps, repository: RepositoryRef, { turn, cause }: Work): Promise<JobEnd> {
  const open = await deps.github.listOpenPullRequests(repository);
  if (!open.ok) return putBackOrGiveUp(deps.log, open.trouble, turn);
  deps.log.info({ pulls: open.value.length }, 'Drafts or configuration changed: open pull requests are reviewed again');
  for (const number of open.value) enqueueReview(deps, { ...repository, number }, cause);
  return { kind: 'done' };
}
