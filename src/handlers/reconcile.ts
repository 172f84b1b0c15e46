import type { JobEnd, RepositoryRef, Turn } from '../ports.ts';
import type { Cause, Job, Work } from '../ports/job.ts';
import type { OpenPull, OtherThread, Survey } from '../ports/survey.ts';
import { parseExternalId } from '../review/external-id.ts';
import type { Latest } from '../shared/latest.ts';
import type { Deps } from './deps.ts';
import { parseFillOrder } from './fill/parse-fill-order.ts';
import { planFillWork } from './fill/plan-fill-work.ts';
import { isForReview } from './is-for-review.ts';
import { isResting } from './past/learn-past-week.ts';
import { planLearnWork } from './past/plan-learn-work.ts';
import { planReviewWork } from './plan-review-work.ts';
import { putBackOrGiveUp } from './put-back-or-give-up.ts';
import { toRepositoryKey } from '../shared/repository-key.ts';

/** What reconciliation uses beside the rest. */
export interface ReconcileDeps extends Deps {
  readonly survey: Survey;
  /** What the repositories looked like when nothing was left to do in them, and whether that was seen once only; only a memory. */
  readonly quietStamps: Latest<string>;
  /** How often work was found on one head; only a memory. */
  readonly foundBefore: Latest<number>;
}

/** What one look at a repository may show to be left to do. */
interface Look {
  readonly repository: RepositoryRef;
  readonly pulls: readonly OpenPull[];
  readonly others: readonly OtherThread[];
  readonly cause: Cause;
  readonly now: Date;
}

type Step = (look: Look) => readonly Work[];

/**
 * What GitHub remembers and we may have forgotten, step by step. What several find on one pull request is one piece of
 * work: the review does it all.
 */
const STEPS: readonly Step[] = [findUnreviewed, findUnanswered, findUnfilled];

/** After so many looks at one head a review that leaves no trace (no drafts folder, a bug) is tried that much less often. */
const MAX_FOUND = 6;

/** Older commands are history. */
const COMMAND_AGE = 24 * 3_600_000;

/** The work of looking everything over; `event` says what set it off. */
export function planReconciliation(event: string, delivery: string): Work {
  return { lane: 'reconcile', job: { kind: 'reconcile', cause: { delivery, event } } };
}

/** Asks for failed webhooks again, and has every repository looked over in a lane of its own. */
export async function reconcile(
  deps: ReconcileDeps,
  { cause }: Job & { kind: 'reconcile' },
  turn: Turn,
): Promise<JobEnd> {
  const redelivered = await deps.survey.redeliverFailed();
  if (!redelivered.ok) deps.log.warn({ trouble: redelivered.trouble }, 'Failed webhooks could not be asked for again');
  else if (redelivered.value > 0) deps.log.info({ webhooks: redelivered.value }, 'Asked for failed webhooks again');
  const installed = await deps.survey.listRepositories();
  if (!installed.ok) return putBackOrGiveUp(deps.log, installed.trouble, turn);
  const { repositories, refused } = installed.value;
  for (const one of refused) deps.log.warn(one, 'The repositories of an installation could not be listed');
  await deps.lanes.enqueue(repositories.map((repository) => planLook(repository, cause)));
  return { kind: 'done' };
}

/** The look at one repository. */
export function planLook(repository: RepositoryRef, cause: Cause): Work {
  const lane = `reconcile ${toRepositoryKey(repository)}`;
  return { lane, job: { kind: 'reconcile-repository', repository, cause } };
}

/** Puts the work that is left to do in one repository into its lanes. */
export async function reconcileRepository(
  deps: ReconcileDeps,
  { repository, cause }: Job & { kind: 'reconcile-repository' },
  turn: Turn,
): Promise<JobEnd> {
  const key = toRepositoryKey(repository);
  await deps.lanes.enqueue(planTimely(deps, repository, cause));
  const stamp = await deps.survey.readStamp(repository);
  if (!stamp.ok) return putBackOrGiveUp(deps.log, stamp.trouble, turn);
  const quiet = deps.quietStamps.get(key);
  if (quiet === stamp.value) return { kind: 'done' };
  const threads = await deps.survey.readThreads(repository);
  if (!threads.ok) return putBackOrGiveUp(deps.log, threads.trouble, turn);
  const look = { repository, ...threads.value, cause, now: deps.clock.now() };
  const found = collapse(STEPS.flatMap((step) => step(look))).filter((work) => isWorthTrying(deps, look, work));
  // Where one of GitHub's answers lags behind the other, the next look finds what this one did not.
  const once = `once ${stamp.value}`;
  if (found.length === 0) deps.quietStamps.set(key, quiet === once ? stamp.value : once);
  else deps.log.info({ work: found.map(({ lane }) => lane) }, 'Found work that was forgotten');
  await deps.lanes.enqueue(found);
  return { kind: 'done' };
}

/** Whatever the pull requests look like: time passes. */
function planTimely({ fill, clock }: ReconcileDeps, repository: RepositoryRef, cause: Cause): readonly Work[] {
  if (fill === undefined) return [];
  const isLearning = fill.past !== undefined && !isResting(fill.past, repository, clock.now());
  return [
    planFillWork(repository, [{ kind: 'schedule' }], cause),
    ...(isLearning ? [planLearnWork(repository, cause)] : []),
  ];
}

/** A head without a finished check of ours for this pull request. */
function findUnreviewed({ pulls, cause }: Look): readonly Work[] {
  return pulls
    .filter((pull) => !pull.isDraft && !pull.isOurs && !isChecked(pull))
    .map(({ ref }) => planReviewWork(ref, cause));
}

function isChecked({ ref, finishedChecks }: OpenPull): boolean {
  return finishedChecks.some((externalId) => {
    const identity = parseExternalId(externalId);
    return identity?.number === ref.number && identity.isWhole;
  });
}

/** A command that somebody waits for an answer to. */
function findUnanswered({ pulls, cause, now }: Look): readonly Work[] {
  return pulls
    .filter(({ isOurs, unanswered }) => !isOurs && unanswered.some((comment) => isWaiting(comment, now)))
    .map(({ ref }) => planReviewWork(ref, cause));
}

/** A command to fill sections, which may stand anywhere. */
function findUnfilled({ repository, pulls, others, cause, now }: Look): readonly Work[] {
  const threads = [...pulls.map((pull) => ({ ...pull, number: pull.ref.number })), ...others];
  const orders = threads.flatMap(({ number, nodeId: subjectId, unanswered }) =>
    unanswered.flatMap(({ commentId, login, isInThread, body, at }) => {
      if (isInThread || !isRecent(at, now)) return [];
      return parseFillOrder(body, { commentId, subjectId, number, login }) ?? [];
    }),
  );
  return orders.length === 0 ? [] : [planFillWork(repository, orders, cause)];
}

function isWaiting({ body, at, isInThread }: OpenPull['unanswered'][number], now: Date): boolean {
  return isRecent(at, now) && isForReview(body, isInThread);
}

function isRecent(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < COMMAND_AGE;
}

/** Of the work of one lane the last: a review of a pull request answers whatever waits there. */
function collapse(work: readonly Work[]): readonly Work[] {
  return [...new Map(work.map((one) => [one.lane, one])).values()];
}

function isWorthTrying(deps: ReconcileDeps, { pulls }: Look, { lane, job }: Work): boolean {
  const pull = job.kind === 'review' ? pulls.find(({ ref }) => ref.number === job.ref.number) : undefined;
  const asked = job.kind === 'fill' ? JSON.stringify(job.orders) : pull?.unanswered.length;
  const key = `${lane} ${pull?.head ?? ''} ${asked ?? 0}`;
  const times = (deps.foundBefore.get(key) ?? 0) + 1;
  deps.foundBefore.set(key, times);
  return times <= MAX_FOUND || times % MAX_FOUND === 0;
}
