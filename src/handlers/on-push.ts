import { CONFIG_PATH } from '../config/config-problem.ts';
import { getFileRole } from '../config/file-role.ts';
import type { JobEnd, Turn } from '../ports.ts';
import type { Cause, Job, Work } from '../ports/job.ts';
import type { Deps } from './deps.ts';
import { planReviewWork } from './plan-review-work.ts';
import { putBackOrGiveUp } from './put-back-or-give-up.ts';
import { readNewsletterConfig } from './read-newsletter-config.ts';
import { parsePushEvent } from './webhook-events.ts';
import { toRepositoryKey } from '../shared/repository-key.ts';

/** Of a push that brings more, nobody looks at each: what is open is reviewed. */
const MAX_PATHS = 1000;

/**
 * A draft came or went on the default branch (an issue was published), or the configuration changed: what is open is
 * reviewed against what is there now.
 */
export function onPush(payload: unknown, cause: Cause): readonly Work[] {
  const event = parsePushEvent(payload);
  if (event?.isDefaultBranch !== true) return [];
  const { repository, cameOrWent } = event;
  const lane = `push ${toRepositoryKey(repository)}`;
  if (event.isForced || event.touched.includes(CONFIG_PATH) || cameOrWent.length > MAX_PATHS) {
    return [{ lane, job: { kind: 'review-open', repository, cause } }];
  }
  if (cameOrWent.length === 0) return [];
  // In a lane of its own: a later push, which may not concern drafts, must not take the place of this one.
  const job: Job = { kind: 'review-if-drafts-changed', repository, cameOrWent, cause };
  return [{ lane: `${lane}@${event.after}`.toLowerCase(), job }];
}

/** Which paths are drafts only the newsletter's configuration says. */
export async function reviewIfDraftsChanged(
  deps: Deps,
  job: Job & { kind: 'review-if-drafts-changed' },
  turn: Turn,
): Promise<JobEnd> {
  const reading = await deps.github.readConfiguration(job.repository, readNewsletterConfig);
  if (!reading.ok) return putBackOrGiveUp(deps.log, reading.trouble, turn);
  const { config } = reading.value;
  const concernsDrafts = job.cameOrWent.some((path) => getFileRole(config, path) === 'draft');
  return concernsDrafts ? reviewOpenPullRequests(deps, job, turn) : { kind: 'done' };
}

/** Puts the reviews of all that is open into their lanes. */
export async function reviewOpenPullRequests(
  deps: Deps,
  { repository, cause }: Pick<Job & { kind: 'review-open' }, 'repository' | 'cause'>,
  turn: Turn,
): Promise<JobEnd> {
  const open = await deps.github.listOpenPullRequests(repository);
  if (!open.ok) return putBackOrGiveUp(deps.log, open.trouble, turn);
  deps.log.info({ pulls: open.value.length }, 'Drafts or configuration changed: open pull requests are reviewed again');
  await deps.lanes.enqueue(open.value.map((number) => planReviewWork({ ...repository, number }, cause)));
  return { kind: 'done' };
}
