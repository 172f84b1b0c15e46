import type { Outcome } from '../../ports.ts';
import type { ProposalPlace } from '../../ports/proposals.ts';
import type { FillEnd, Known, Run } from './fill-run.ts';
import { findTouched } from './find-touched.ts';
import { readStanding } from './read-standing.ts';
import { isBranchKept, planFill, type Wanted } from './plan-fill.ts';

/** How often is planned anew because somebody was faster. */
const MAX_ROUNDS = 5;

/** Publishes sections by what stands now, as asking for them took its time, and anew where somebody is faster. */
export async function publishSections(
  run: Run,
  wanted: Wanted & { readonly place: ProposalPlace },
): Promise<Outcome<FillEnd>> {
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
    const ownText = await readOwnText(run, known.value);
    if (!ownText.ok) return ownText;
    const plan = planFill(run, known.value, { ...wanted, touched, ownText: ownText.value });
    const isGone = state.branch !== undefined && state.branch.text === undefined;
    if (plan === undefined) return { ok: true, value: isGone ? 'draft-gone' : 'unchanged' };
    const published = await run.tools.proposals.publishProposal(run.repository, plan, desk.defaultBranch);
    if (!published.ok) return published;
    if (published.value === 'published') return { ok: true, value: isGone ? 'draft-gone' : 'published' };
  }
  return { ok: true, value: 'moving' };
}

/** The draft as our own commits left it: only where no record tells what was generated, and the branch is filled all the same. */
async function readOwnText(run: Run, known: Known): Promise<Outcome<string | undefined>> {
  const { place, memory, state, desk } = known;
  const isNeeded = memory === undefined && state.branch?.text !== undefined && isBranchKept(run, known);
  if (!isNeeded) return { ok: true, value: undefined };
  return run.tools.proposals.readOwnText(run.repository, { ...place, defaultBranch: desk.defaultBranch });
}
