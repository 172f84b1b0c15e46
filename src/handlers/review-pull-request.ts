import type { JobEnd, Log, Outcome, PullRequestRef, PullRequestSnapshot, Trouble, Turn } from '../ports.ts';
import type { Announced, Cause } from '../ports/job.ts';
import { countUnverified } from '../pages/count-unverified.ts';
import { applyIgnores } from '../review/apply-ignores.ts';
import { planReview } from '../review/plan-review.ts';
import { planTrouble } from '../review/plan-trouble.ts';
import type { ReviewInput } from '../review/review-input.ts';
import type { ReviewPlan } from '../review/review-plan.ts';
import type { Unreviewed } from '../review/verdict.ts';
import { dropVainEdits } from '../rules/drop-vain-edits.ts';
import { leaveSettled } from '../rules/leave-settled.ts';
import { runRules } from '../rules/run-rules.ts';
import { RULE_PAGES } from '../wording/rule-url.ts';
import { answerOrders } from './answer-orders.ts';
import { answerTrouble } from './answer-trouble.ts';
import { type Asked, collectOrders, isRecheckAsked, type Orders } from './collect-orders.ts';
import type { Deps } from './deps.ts';
import { judgeConfiguration } from './judge-configuration.ts';
import { listIgnores } from './list-ignores.ts';
import { readNewsletterConfig } from './read-newsletter-config.ts';
import { readRights } from './read-rights.ts';
import { knowArchive } from './know-archive.ts';
import { knowOtherPulls } from './know-other-pulls.ts';
import { getRenewalWait, knowPages } from './know-pages.ts';
import { lookAgain } from './look-again.ts';
import { recogniseEarlier } from './recognise-earlier.ts';
import { suggestPlaces } from './suggest-places.ts';
import { restoreFiles } from './restore-files.ts';

/** How often a review goes on with commands that were too many for one. */
const MAX_ROUNDS = 8;
/** GitHub needs a moment until what was written can be read. */
const NEXT_ROUND = 2000;

/** One review, from reading to publishing; whatever it does not finish, a later run plans again from what GitHub then has. */
export async function reviewPullRequest(
  deps: Deps,
  ref: PullRequestRef,
  { turn, cause, announced }: { turn: Turn; cause: Cause; announced: Announced },
): Promise<JobEnd> {
  const reading = await deps.github.readPullRequest(ref, readNewsletterConfig);
  if (!reading.ok) return answerTrouble(deps, reading.trouble, { ref, turn });
  const later = lacks(reading.value, announced) ? lookAgain(turn) : undefined;
  if (later !== undefined) return later;
  const snapshot = reading.value;
  const silence = findSilence(snapshot);
  if (silence !== undefined) return finish(deps.log, `Nothing to do: ${silence}`);
  const orders = collectOrders(snapshot.remarks);
  const done = await reviewAndAnswer(deps, snapshot, { turn, cause, announced, orders });
  if (!done.ok) return answerTrouble(deps, done.trouble, { ref, turn });
  const { message, isPending } = done.value;
  const end = finish(deps.log, message);
  const renewal = isPending ? getRenewalWait(turn.attempt) : undefined;
  if (renewal !== undefined) return { kind: 'again', afterMilliseconds: renewal };
  return orders.hasMore && turn.attempt < MAX_ROUNDS ? { kind: 'again', afterMilliseconds: NEXT_ROUND } : end;
}

function lacks(
  { head, remarks }: PullRequestSnapshot,
  { outdatedHead, commentId, outdatedComment }: Announced,
): boolean {
  // What is edited or deleted again asks for nothing more.
  const newId = commentId === outdatedComment ? undefined : commentId;
  const isNewMissing = newId !== undefined && !remarks.some((one) => one.commentId === newId);
  const isOldThere = remarks.some((one) => one.commentId === outdatedComment && !one.isEdited);
  return head === outdatedHead || isNewMissing || isOldThere;
}

/** Time mends it, so nobody is told that a review failed. */
const OWN_TROUBLE: Trouble = { kind: 'unavailable', reason: 'the queue does not answer' };

/** What a review came to. */
interface Done {
  readonly message: string;
  /** More will be known soon than the review could wait for. */
  readonly isPending: boolean;
}

/** Commands are heeded by the review and answered after it, so that an answer is never a promise. */
async function reviewAndAnswer(
  deps: Deps,
  snapshot: PullRequestSnapshot,
  { turn, cause, announced, orders }: { turn: Turn; cause: Cause; announced: Announced; orders: Orders },
): Promise<Outcome<Done>> {
  const rights = await readRights(deps.github, snapshot, orders);
  if (!rights.ok) return rights;
  const asked = { orders, rights: rights.value };
  const unreviewed = findUnreviewed(snapshot);
  if (unreviewed !== undefined) return leaveUnreviewed(deps, snapshot, asked, unreviewed);
  const isAskedFor = announced.isAskedFor === true || isRecheckAsked(asked);
  return judgeAndPublish(deps, snapshot, { turn, asked, isAskedFor }).catch(async (error: unknown) => {
    deps.log.error({ err: error }, 'The review failed');
    const { ref, spoken } = snapshot;
    const failure = planTrouble({ kind: 'failed', delivery: cause.delivery }, ref.number, spoken.checks);
    const told = await publishPlan(deps, snapshot, failure);
    return told.ok ? succeed(told.value) : told;
  });
}

function succeed(message: string, isPending = false): Outcome<Done> {
  return { ok: true, value: { message, isPending } };
}

/** Why a pull request gets neither review nor answers; undefined if it gets them. */
function findSilence({ author, drafts, configuration, configurationFile }: PullRequestSnapshot): string | undefined {
  if (author.isOurselves) return 'the pull request is our own proposal';
  const isNewsletter = drafts !== undefined || configuration.isWritten || configurationFile !== undefined;
  return isNewsletter ? undefined : 'the repository has no folder of drafts';
}

/** Why the review waits until somebody changes the pull request. */
function findUnreviewed({ state, isDraft, isTooLarge }: PullRequestSnapshot): Unreviewed | undefined {
  if (state === 'closed') return 'closed';
  if (isDraft) return 'draft';
  return isTooLarge ? 'too-large' : undefined;
}

/** Answers commands all the same; what can be seen on the page needs no further word. */
async function leaveUnreviewed(
  deps: Deps,
  snapshot: PullRequestSnapshot,
  asked: Asked,
  why: Unreviewed,
): Promise<Outcome<Done>> {
  if (why === 'too-large') {
    const { ref, spoken } = snapshot;
    const told = await publishPlan(deps, snapshot, planTrouble({ kind: why }, ref.number, spoken.checks));
    if (!told.ok) return told;
  }
  const answered = await answerOrders(deps, snapshot, asked, why);
  return answered.ok ? succeed(`Nothing to review: the pull request is ${why}`) : answered;
}

async function judgeAndPublish(
  deps: Deps,
  snapshot: PullRequestSnapshot,
  { turn, asked, isAskedFor }: { turn: Turn; asked: Asked; isAskedFor: boolean },
): Promise<Outcome<Done>> {
  const judged = await judge(deps, snapshot, { asked, turn, isAskedFor });
  if (!judged.ok) return judged;
  const isSuperseded = await turn.isSuperseded();
  if (isSuperseded === 'unknown') return { ok: false, trouble: OWN_TROUBLE };
  if (isSuperseded) return succeed('Left to a newer delivery');
  const { input, isPending } = judged.value;
  const published = await publishWhereAllowed(deps, snapshot, input, turn);
  if (!published.ok) return published;
  const answered = await answerOrders(deps, snapshot, asked, input);
  return answered.ok ? succeed(published.value, isPending) : answered;
}

/** On the lines; where GitHub refuses that, in the summary; where it takes no words at all (a locked conversation), in the check alone. */
async function publishWhereAllowed(
  deps: Deps,
  snapshot: PullRequestSnapshot,
  input: Omit<ReviewInput, 'settings'>,
  turn: Turn,
): Promise<Outcome<string>> {
  const plan = (mayCommentInline: boolean): ReviewPlan => {
    const { markerKey, rulePages = RULE_PAGES } = deps;
    const welcome = snapshot.configuration.config.welcome || undefined;
    return planReview({ ...input, settings: { markerKey, rulePages, welcome, mayCommentInline } });
  };
  let published = await publishPlan(deps, snapshot, plan(true));
  if (hasTrouble(published, 'comments-refused')) {
    deps.log.warn({ published }, 'GitHub takes no comments on these lines: they go into the summary');
    published = await publishPlan(deps, snapshot, plan(false));
  }
  // What is not found may be there in a moment.
  const isUnheard = hasTrouble(published, 'absent') && lookAgain(turn) === undefined;
  if (isUnheard || hasTrouble(published, 'not-permitted') || hasTrouble(published, 'refused')) {
    deps.log.warn({ published }, 'GitHub takes no comments here: the report stands in the check alone');
    const { check } = plan(false);
    published = await publishPlan(deps, snapshot, { check, review: undefined, summary: undefined, retire: [] });
  }
  return published;
}

function hasTrouble(outcome: Outcome<unknown>, kind: Trouble['kind']): boolean {
  return !outcome.ok && outcome.trouble.kind === kind;
}

interface Judged {
  /** Everything the plan depends on but the settings. */
  readonly input: Omit<ReviewInput, 'settings'>;
  readonly isPending: boolean;
}

async function judge(
  deps: Deps,
  snapshot: PullRequestSnapshot,
  { asked, turn, isAskedFor }: { asked: Asked; turn: Turn; isAskedFor: boolean },
): Promise<Outcome<Judged>> {
  const restored = await restoreFiles(snapshot, deps.github);
  if (!restored.ok) return restored;
  const { files } = restored.value;
  const { config, mistake, isWritten } = snapshot.configuration;
  const { proposedConfig, proposed } = judgeConfiguration(snapshot);
  const { submission, unreadable } = await deps.parser.readSubmission(files, config);
  const openDrafts = await deps.parser.readDrafts(snapshot.drafts ?? [], config);
  const others = await knowOtherPulls(deps, snapshot, submission);
  // What may take its time is waited for together.
  const [{ isPending, ...known }, pages] = await Promise.all([
    knowArchive(deps, snapshot, submission),
    knowPages(deps, snapshot, submission, turn),
  ]);
  const { findings, notChecked } = runRules({
    submission,
    unreadable: [...restored.value.unreadable, ...unreadable],
    config,
    proposedConfig,
    author: snapshot.author,
    openedOn: snapshot.openedOn,
    openDrafts,
    ...others,
    ...known,
    pages,
    isPublishing: false,
  });
  const { standing, ignored } = applyIgnores(findings, listIgnores(asked));
  const { ref, repositoryId, head, isFirstContribution } = snapshot;
  const place = { repositoryId, number: ref.number };
  const earlier = recogniseEarlier(snapshot.spoken, { ...place, key: deps.markerKey });
  const input = {
    pages: pages && { unverified: countUnverified(pages), pending: pages.pending },
    ...{ ...place, head, isFirstContribution, files, submission, notChecked, openDrafts, earlier },
    ...{ findings: dropVainEdits(leaveSettled(standing)), ignored, isAskedFor },
    places: suggestPlaces(submission, known.sectionModel, snapshot),
    configuration: { mistake, proposed, lost: isWritten && snapshot.drafts === undefined ? config.paths.drafts : [] },
  };
  return { ok: true, value: { input, isPending: isPending || (pages?.pending ?? 0) > 0 } };
}

async function publishPlan(deps: Deps, snapshot: PullRequestSnapshot, plan: ReviewPlan): Promise<Outcome<string>> {
  const published = await deps.github.publishReview(snapshot, plan);
  return published.ok ? { ok: true, value: describe(plan) } : published;
}

function describe({ check, review, summary, retire }: ReviewPlan): string {
  const done = [
    ...(review === undefined ? [] : [`${review.comments.length} inline comments`]),
    ...(summary === undefined ? [] : ['summary']),
    ...(retire.length === 0 ? [] : [`${retire.length} retired`]),
    ...(check === undefined ? [] : [`check ${check.conclusion}`]),
  ];
  return done.length === 0 ? 'Nothing new to say' : `Reviewed: ${done.join(', ')}`;
}

function finish(log: Log, message: string): JobEnd {
  log.info({}, message);
  return { kind: 'done' };
}
