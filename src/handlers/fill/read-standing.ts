import type { Outcome } from '../../ports.ts';
import { findDue } from '../../proposals/find-due.ts';
import { findStandStill } from '../../proposals/plan-run.ts';
import { startSpans } from '../../proposals/section-spans.ts';
import { type MemorySignature, parseMemory } from '../../proposals/proposal-memory.ts';
import type { ProposalState } from '../../ports/proposals.ts';
import { getUsualCut } from '../../sections/window.ts';
import type { Deps } from '../deps.ts';
import { readNewsletterConfig } from '../read-newsletter-config.ts';
import { chooseDraft } from './choose-draft.ts';
import { findPreviousDates } from './find-previous-dates.ts';
import type { FillEnd, Known, Run, Starts } from './fill-run.ts';

/** Reads what stands, and finds out whether anything is to be done. */
export async function readStanding(run: Run): Promise<Outcome<Known | FillEnd>> {
  const { tools, repository, request, until } = run;
  const desk = await tools.proposals.readDesk(repository, readNewsletterConfig);
  if (!desk.ok) return desk;
  const { config } = desk.value.configuration;
  const { timeZone } = config.proposal;
  const draft = chooseDraft(desk.value.drafts ?? [], desk.value.head, { now: until, timeZone });
  if (draft === undefined) return { ok: true, value: 'no-draft' };
  const toBranch = (date: string): string => config.proposal.branch.replaceAll('{date}', date);
  const [newest, known] = findPreviousDates(draft, desk.value);
  const previousBranches = [toBranch(newest), toBranch(known)] as const;
  const place = { branch: toBranch(draft.date), previousBranches, path: draft.path };
  const due = findDue(draft.date, until, config, tools.times);
  if (request.wish === 'schedule' && due.kind !== 'due') return { ok: true, value: due.kind };
  const state = await tools.proposals.readProposal(repository, place);
  if (!state.ok) return state;
  const previousDate = state.value.previous?.branch === toBranch(newest) ? newest : known;
  return { ok: true, value: judge(run, { desk: desk.value, draft, due, place, previousDate }, state.value) };
}

/** The same once more, in one request where nothing has come to the default branch since. */
export async function readStandingAgain(run: Run, before: Known): Promise<Outcome<Known | FillEnd>> {
  const state = await run.tools.proposals.readProposal(run.repository, before.place);
  if (!state.ok) return state;
  return state.value.defaultHead === before.desk.head
    ? { ok: true, value: judge(run, before, state.value) }
    : readStanding(run);
}

function judge(
  { deps, request }: Run,
  { desk, draft, due, place, previousDate }: Omit<Known, 'state' | 'memory'>,
  state: ProposalState,
): Known | FillEnd {
  const { proposal } = state;
  const memory = parseMemory(proposal?.body ?? '', draft.date, toSignature(deps, desk));
  const still = findStandStill({ wish: request.wish ?? 'schedule', draft, due, proposal, memory });
  return still ?? { desk, draft, due, place, state, memory, previousDate };
}

/** How the memory of proposals and their conversations in this repository is signed, and checked when it is read. */
export function toSignature(
  { markerKey }: Pick<Deps, 'markerKey'>,
  { repositoryId }: { readonly repositoryId: string },
): MemorySignature {
  return { repositoryId, key: markerKey };
}

/** Where the windows begin: at the previous cut of each section, else at the usual one. */
export function findStarts({ deps }: Run, { memory, state: { previous }, previousDate, desk }: Known): Starts {
  const usual = getUsualCut(previousDate, desk.configuration.config.fill.cut);
  const merged = parseMemory(previous?.state === 'merged' ? previous.body : '', previousDate, toSignature(deps, desk));
  const spans = { now: memory?.spans ?? new Map(), before: merged?.spans ?? new Map() };
  return { from: new Date(usual), starts: startSpans(spans, usual) };
}
