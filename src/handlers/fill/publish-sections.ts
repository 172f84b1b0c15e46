import type { Outcome } from '../../ports.ts';
import { compareText } from '../../shared/compare-text.ts';
import { toDigest } from '../../proposals/find-settled.ts';
import type { OwnTexts, ProposalMemory } from '../../proposals/proposal-facts.ts';
import type { FillEnd, Known, Run } from './fill-run.ts';
import { findTouched } from './find-touched.ts';
import { readStandingAgain } from './read-standing.ts';
import { isBranchKept, planFill, type Wanted } from './plan-fill.ts';

/** How often is planned anew because somebody was faster. */
const MAX_ROUNDS = 5;

/** Publishes sections by what stands now, as asking for them took its time, and anew where somebody is faster. */
export async function publishSections(run: Run, before: Known, wanted: Wanted): Promise<Outcome<FillEnd>> {
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const known = await readStandingAgain(run, before);
    if (!known.ok) return known;
    if (typeof known.value === 'string')
      return { ok: true, value: known.value === 'no-draft' ? 'replaced' : known.value };
    const isSame = known.value.place.branch === before.place.branch && known.value.draft.path === before.place.path;
    if (!isSame) return { ok: true, value: 'replaced' };
    const { draft, state, desk } = known.value;
    const given = { sections: wanted.chosen, outline: desk.configuration.config };
    const touched = await findTouched(run.deps.parser, draft, state.others, given);
    const own = await readOwnTexts(run, known.value);
    if (!own.ok) return own;
    const plan = planFill(run, known.value, { ...wanted, touched, own: own.value });
    const isGone = state.branch !== undefined && state.branch.text === undefined;
    if (plan === undefined) return { ok: true, value: isGone ? 'draft-gone' : 'unchanged' };
    const published = await run.tools.proposals.publishProposal(run.repository, plan, desk.defaultBranch);
    if (!published.ok) return published;
    if (published.value === 'published') return { ok: true, value: isGone ? 'draft-gone' : 'published' };
  }
  return { ok: true, value: 'moving' };
}

const NONE: OwnTexts = { first: undefined, before: [] };

/**
 * What our own commits hold: only where no record tells what was generated and the branch is filled all the same, or where the
 * branch is not as it was when the record was written. Where GitHub does not tell, all counts as the editors' own.
 */
async function readOwnTexts(run: Run, known: Known): Promise<Outcome<OwnTexts>> {
  const { place, memory, state, desk } = known;
  const { head, text } = state.branch ?? {};
  if (head === undefined || text === undefined) return { ok: true, value: NONE };
  const isKnown = memory === undefined ? !isBranchKept(run, known) : memory.written === toDigest(text);
  if (isKnown) return { ok: true, value: NONE };
  const ownPlace = { ...place, head, since: findLastFill(memory), defaultBranch: desk.defaultBranch };
  const own = await run.tools.proposals.readOwnTexts(run.repository, ownPlace);
  if (own.ok || own.trouble.kind === 'limited') return own;
  run.deps.log.warn({ trouble: own.trouble }, 'Own commits could not be told from others');
  return { ok: true, value: NONE };
}

/** When the last run began that was written down; undefined where it filled nothing. */
function findLastFill(memory: ProposalMemory | undefined): Date | undefined {
  const ends = [...(memory?.spans.values() ?? [])].flatMap(({ until }) => until ?? []).toSorted(compareText);
  return ends.length === 0 ? undefined : new Date(ends.at(-1) ?? '');
}
