import type { JobEnd, Outcome, RepositoryRef } from '../../ports.ts';
import type { Job } from '../../ports/job.ts';
import type { PastIssue } from '../../ports/past-weeks.ts';
import type { Proposals } from '../../ports/proposals.ts';
import type { Deps } from '../deps.ts';
import { readNewsletterConfig } from '../read-newsletter-config.ts';
import { choosePastWeek, listWantedIssues } from './choose-past-week.ts';
import { toManner } from './to-manner.ts';
import type { PastTools } from './past-tools.ts';
import { type Learning, readPastWeek } from './read-past-week.ts';
import { toRepositoryKey } from '../../shared/repository-key.ts';

/** Half of an hour's requests is for work that somebody waits for. */
const LIMIT_SPARED = 0.5;

/** After a look with nothing to learn, nothing is looked at for so long: issues come once a week. */
const REST = 6 * 3_600_000;

/** How a look ended. */
type LearnEnd =
  | 'learnt'
  /** The newsletter does not publish its updates by a proposal, or wants no past weeks. */
  | 'not-wanted'
  | 'all-known'
  /** There is no room, or the store does not answer. */
  | 'not-kept'
  | 'limit-spared'
  /** GitHub did not give all of the week. */
  | 'gap';

const RESTFUL: readonly LearnEnd[] = ['not-wanted', 'all-known', 'not-kept'];

/** What learning uses of what jobs use. */
interface LearnDeps extends Pick<Deps, 'clock' | 'log'> {
  readonly fill?: { readonly proposals: Pick<Proposals, 'readDesk'>; readonly past?: PastTools | undefined };
}

/** Whether there is nothing to learn of a newsletter for a while. */
export function isResting({ resting }: PastTools, repository: RepositoryRef, now: Date): boolean {
  return (resting.get(toRepositoryKey(repository)) ?? 0) > now.getTime();
}

/**
 * Asks GitHub for one past week: the newest of those that are not known. Whatever goes wrong, the next look goes on; nobody
 * waits for it.
 */
export async function learnPastWeek(deps: LearnDeps, { repository }: Job & { kind: 'learn-week' }): Promise<JobEnd> {
  const { fill, clock, log } = deps;
  const now = clock.now();
  if (fill?.past === undefined || isResting(fill.past, repository, now)) return { kind: 'done' };
  const { past, proposals } = fill;
  const end = await learnNext(past, proposals, { repository, today: now.toISOString().slice(0, 10) });
  if (!end.ok) log.info({ trouble: end.trouble }, 'A past week could not be learnt now');
  else if (end.value !== 'all-known') log.info({ end: end.value }, 'Past weeks');
  if (end.ok && RESTFUL.includes(end.value)) past.resting.set(toRepositoryKey(repository), now.getTime() + REST);
  return { kind: 'done' };
}

async function learnNext(
  past: PastTools,
  proposals: Pick<Proposals, 'readDesk'>,
  { repository, today }: { readonly repository: RepositoryRef; readonly today: string },
): Promise<Outcome<LearnEnd>> {
  const desk = await proposals.readDesk(repository, readNewsletterConfig);
  if (!desk.ok) return desk;
  const { config } = desk.value.configuration;
  const { updates } = config.fill;
  if (config.mode !== 'publish' || updates === false || updates.pastWeeks === 0) return end('not-wanted');
  const newsletter = toRepositoryKey(repository);
  const known = await past.store.list(newsletter);
  if (known === undefined) return end('not-kept');
  const listed = await past.issues.listIssues(repository, config);
  if (!listed.ok) return listed;
  const wanted = listWantedIssues(listed.value.issues, { count: updates.pastWeeks, today });
  const countTries = (issue: string): number => past.tries.get(`${newsletter} ${issue}`) ?? 0;
  const next = choosePastWeek(wanted, known, { manner: toManner(config.fill), countTries });
  if (next === undefined) {
    await past.store.forget(newsletter, wanted.at(-1)?.issue ?? '');
    return end('all-known');
  }
  if (listed.value.limitLeft < LIMIT_SPARED) return end('limit-spared');
  const learnt = await learnWeek(past, { repository, config, updates }, next);
  const isVain = learnt.ok ? learnt.value === 'gap' : learnt.trouble.kind !== 'limited';
  if (isVain) past.tries.set(`${newsletter} ${next.issue}`, countTries(next.issue) + 1);
  return learnt;
}

async function learnWeek(past: PastTools, learning: Learning, next: PastIssue): Promise<Outcome<LearnEnd>> {
  const pack = await readPastWeek(past, learning, next);
  if (!pack.ok) return pack;
  if (pack.value === undefined) return end('gap');
  const week = { issue: next.issue, manner: toManner(learning.config.fill), pack: pack.value };
  return end((await past.store.keep(toRepositoryKey(learning.repository), week)) ? 'learnt' : 'not-kept');
}

function end(value: LearnEnd): Outcome<LearnEnd> {
  return { ok: true, value };
}
