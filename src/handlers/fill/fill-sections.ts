import type { JobEnd, Outcome, Turn } from '../../ports.ts';
import type { Desk } from '../../ports/proposals.ts';
import { readTasks } from '../../proposals/read-ticks.ts';
import { renderShown } from '../../proposals/render-shown.ts';
import type { FilledSection } from '../../sections/filled-section.ts';
import type { Job } from '../../ports/job.ts';
import type { Deps } from '../deps.ts';
import { putBackOrGiveUp } from '../put-back-or-give-up.ts';
import { answerFills } from './answer-fills.ts';
import { judgeOrders } from './fill-request.ts';
import type { FillEnd, Known, Run, RunEnd } from './fill-run.ts';
import { findWishes } from './find-wishes.ts';
import type { Wanted } from './plan-fill.ts';
import { findStarts, readStanding } from './read-standing.ts';
import { publishSections } from './publish-sections.ts';
import { readReply } from './read-reply.ts';
import { toRepositoryKey } from '../../shared/repository-key.ts';

/** Does all that is wanted of a repository's proposal, and answers those who asked. */
export async function fillSections(
  deps: Deps,
  { repository, orders }: Job & { kind: 'fill' },
  turn: Turn,
): Promise<JobEnd> {
  const { fill: tools } = deps;
  if (tools === undefined) return { kind: 'done' };
  const request = await judgeOrders(deps, repository, orders, (command) =>
    readReply(deps, tools, { repository, command }),
  );
  if (!request.ok) return putBackOrGiveUp(deps.log, request.trouble, turn);
  const run = { deps, tools, repository, request: request.value, until: deps.clock.now() };
  const end = request.value.wish === undefined ? endEarly(undefined) : await runFill(run);
  const next = end.ok ? undefined : putBackOrGiveUp(deps.log, end.trouble, turn);
  if (next?.kind === 'again') return next;
  const answered = await answerFills(run, end);
  if (!answered.ok) return putBackOrGiveUp(deps.log, answered.trouble, turn);
  if (end.ok) deps.log.info({ end: end.value.kind }, 'Sections');
  // The next look tries again what nobody but the schedule wanted.
  const isWanted = orders.some(({ kind }) => kind !== 'schedule');
  return isWanted && next !== undefined ? next : { kind: 'done' };
}

/** Ended before sections were asked for. */
function endEarly(kind: RunEnd['kind']): Outcome<RunEnd> {
  return { ok: true, value: { kind, names: undefined } };
}

async function runFill(run: Run): Promise<Outcome<RunEnd>> {
  const known = await readStanding(run);
  if (!known.ok) return known;
  if (typeof known.value === 'string') return endEarly(known.value);
  const { due, draft, state } = known.value;
  const time = run.request.wish === 'schedule' && due.kind === 'due' ? due.since.toISOString() : undefined;
  const key = toRepositoryKey(run.repository);
  const tasks = [...readTasks(state.proposal?.body ?? '')];
  const served = `${draft.date} ${time ?? ''} ${JSON.stringify(tasks)}`;
  // Where there was nothing to propose, or nobody may, or a tick changes nothing, GitHub remembers nothing; after a start it is looked
  // once more.
  if (time !== undefined && run.tools.served.get(key) === served) return endEarly('up-to-date');
  const end = await readAndPublish(run, known.value);
  const isOver = end.ok && end.value.kind !== 'moving' && end.value.kind !== 'replaced';
  if (time !== undefined && isOver) run.tools.served.set(key, served);
  return end;
}

async function readAndPublish(run: Run, known: Known): Promise<Outcome<RunEnd>> {
  const { draft, desk } = known;
  const { config } = desk.configuration;
  const starts = findStarts(run, known);
  const sections = await run.tools.sources.readSections({
    repository: run.repository,
    config,
    issueDate: draft.date,
    published: [...desk.archived, ...(desk.drafts ?? []).map(({ path }) => path)],
    ...starts,
    until: run.until,
    sectionIds: undefined,
    ticked: new Set([...findWishes(known, run.request)].flatMap(([address, isTicked]) => (isTicked ? [address] : []))),
  });
  if (!sections.ok) return sections;
  const end = await publishOrShow(run, known, { sections: sections.value, starts });
  const names = new Set(sections.value.flatMap(getNames));
  return end.ok ? { ok: true, value: { kind: end.value, names } } : end;
}

async function publishOrShow(
  run: Run,
  known: Known,
  { sections, starts }: Omit<Wanted, 'chosen'>,
): Promise<Outcome<FillEnd>> {
  const { desk } = known;
  const chosen = choose(sections, run.request.sections);
  if (chosen.length === 0 && run.request.sections.length > 0) return { ok: true, value: 'unknown-section' };
  if (desk.configuration.config.mode !== 'publish' || desk.missing.length > 0) return show(run, desk, chosen);
  const published = await publishSections(run, known, { sections, chosen, starts });
  return published.ok && published.value !== 'replaced' ? closePrevious(run, known, published.value) : published;
}

/** Nobody looks for last week's sections any more. Its branch stays. */
async function closePrevious(
  { tools, repository }: Run,
  { state: { previous } }: Known,
  end: FillEnd,
): Promise<Outcome<FillEnd>> {
  if (previous?.state !== 'open') return { ok: true, value: end };
  const closed = await tools.proposals.closeProposal(repository, previous);
  return closed.ok ? { ok: true, value: end } : closed;
}

function choose(sections: readonly FilledSection[], names: readonly string[]): readonly FilledSection[] {
  if (names.length === 0) return sections;
  return sections.filter((section) => getNames(section).some((name) => names.includes(name)));
}

function getNames({ id, heading }: FilledSection): readonly string[] {
  return [id, heading.toLowerCase()];
}

async function show(
  run: Run,
  { configuration, missing, head }: Desk,
  sections: readonly FilledSection[],
): Promise<Outcome<FillEnd>> {
  const { mode } = configuration.config;
  const shown = await run.tools.proposals.showSections(run.repository, {
    head,
    ...renderShown(sections, mode, missing),
  });
  return shown.ok ? { ok: true, value: 'shown' } : shown;
}
