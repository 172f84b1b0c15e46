import type { Outcome } from '../../ports.ts';
import type { ProposalPlace } from '../../ports/proposals.ts';
import { composeDraft } from '../../proposals/compose-draft.ts';
import { planProposal } from '../../proposals/plan-proposal.ts';
import type { StandingProposal } from '../../proposals/proposal-facts.ts';
import { renderMemory } from '../../proposals/proposal-memory.ts';
import { readTasks, toTicks } from '../../proposals/read-ticks.ts';
import { readEarlierWords } from '../../proposals/read-earlier-words.ts';
import { renderBody } from '../../proposals/render-body.ts';
import { moveSpans } from '../../proposals/section-spans.ts';
import { tickEntries } from '../../proposals/tick-entries.ts';
import type { FilledSection } from '../../sections/filled-section.ts';
import type { FillEnd, Known, Run, Starts } from './fill-run.ts';
import { readStanding, toSignature } from './read-standing.ts';
import { findTouched } from './find-touched.ts';
import type { FillRequest } from './fill-request.ts';

/** How often is planned anew because somebody was faster. */
const MAX_ROUNDS = 5;

interface Wanted {
  readonly sections: readonly FilledSection[];
  /** Those of them that are to be filled in this run. */
  readonly chosen: readonly FilledSection[];
  readonly place: ProposalPlace;
  readonly starts: Starts;
}

/** Publishes sections by what stands now, as asking for them took its time, and anew where somebody is faster. */
export async function publishSections(run: Run, wanted: Wanted): Promise<Outcome<FillEnd>> {
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const known = await readStanding(run);
    if (!known.ok) return known;
    if (typeof known.value === 'string')
      return { ok: true, value: known.value === 'no-draft' ? 'replaced' : known.value };
    const isSame = known.value.place.branch === wanted.place.branch && known.value.draft.path === wanted.place.path;
    if (!isSame) return { ok: true, value: 'replaced' };
    const { draft, state, desk } = known.value;
    const given = { sections: wanted.chosen, outline: desk.configuration.config };
    const touched = await findTouched(run.deps.parser, draft, state.others, given);
    const plan = planFill(run, known.value, { ...wanted, touched });
    const isGone = state.branch !== undefined && state.branch.text === undefined;
    if (plan === undefined) return { ok: true, value: isGone ? 'draft-gone' : 'unchanged' };
    const published = await run.tools.proposals.publishProposal(run.repository, plan, desk.defaultBranch);
    if (!published.ok) return published;
    if (published.value === 'published') return { ok: true, value: isGone ? 'draft-gone' : 'published' };
  }
  return { ok: true, value: 'moving' };
}

function planFill(
  run: Run,
  { desk, draft, place, state, memory }: Known,
  { sections, chosen, starts, touched }: Wanted & { readonly touched: ReadonlyMap<string, readonly number[]> },
) {
  const { config } = desk.configuration;
  const { branch, proposal } = state;
  const ticked = sections.map((section) =>
    tickEntries(section, toTicks(section.shortlist, mergeTasks(proposal, run.request))),
  );
  const ids = new Set(chosen.map(({ id }) => id));
  const composed = composeDraft({
    path: draft.path,
    outline: config,
    draft: draft.text,
    sections: ticked.filter(({ id }) => ids.has(id)),
    touched,
    branch,
    lastGenerated: memory?.generated,
    // Before there is a proposal nobody was told that a branch is the bot's.
    isBranchKept: run.request.wish === 'command' || proposal === undefined,
  });
  const unasked = sections.filter(({ id }) => !ids.has(id));
  const begun = new Map(sections.map(({ id }) => [id, starts.starts.get(id) ?? starts.from]));
  const kept = {
    issue: draft.date,
    until: unasked.length === 0 ? run.until.toISOString() : memory?.until,
    spans: moveSpans(memory?.spans ?? new Map(), begun, { states: composed.states, until: run.until }),
    generated: composed.generated,
  };
  const body = renderBody({
    path: draft.path,
    page: desk.url,
    sections: ticked,
    unasked: new Map(unasked.map(({ id, heading }) => [id, readEarlierWords(proposal?.body ?? '', heading)])),
    composed,
    memory: renderMemory(kept, toSignature(run.deps, desk)),
  });
  const title = config.proposal.title.replaceAll('{date}', draft.date);
  return planProposal({ draft, branchName: place.branch, title, branch, proposal, composed, body });
}

/** The list as it stands, with what was ticked meanwhile, and without what somebody ticked who may not. */
function mergeTasks(
  proposal: StandingProposal | undefined,
  { ticks, refusedTicks }: FillRequest,
): ReadonlyMap<string, boolean> {
  const isHere = ({ number }: { readonly number: number }): boolean => number === proposal?.number;
  return new Map([
    ...readTasks(proposal?.body ?? ''),
    ...ticks.filter(isHere).flatMap(({ tasks }) => tasks),
    ...refusedTicks.filter(isHere).flatMap(({ tasks }) => tasks.map(undo)),
  ]);
}

function undo([address, isTicked]: readonly [string, boolean]): readonly [string, boolean] {
  return [address, !isTicked];
}
