import { findFilled } from '../../newsletter/find-filled.ts';
import { readSectionContents, type SectionContents } from '../../newsletter/section-contents.ts';
import { composeDraft, type ComposedDraft } from '../../proposals/compose-draft.ts';
import { findSettled, toDigest } from '../../proposals/find-settled.ts';
import {
  findBroughtIn,
  findOut,
  findTakenOut,
  findUnwanted,
  type UnwantedEntries,
} from '../../proposals/find-unwanted.ts';
import { keepTicks } from '../../proposals/heed-ticks.ts';
import { keepConflicts } from '../../proposals/keep-conflicts.ts';
import { planProposal, type ProposalPlan } from '../../proposals/plan-proposal.ts';
import type { OwnTexts, ProposalMemory } from '../../proposals/proposal-facts.ts';
import { renderMemory } from '../../proposals/proposal-memory.ts';
import { readEarlierWords } from '../../proposals/read-earlier-words.ts';
import { readTasks, toTaskAddress, toTicks } from '../../proposals/read-ticks.ts';
import { renderBody } from '../../proposals/render-body.ts';
import { moveSpans } from '../../proposals/section-spans.ts';
import { tickEntries } from '../../proposals/tick-entries.ts';
import type { FilledSection } from '../../sections/filled-section.ts';
import type { Known, Run, Starts } from './fill-run.ts';
import { findWishes } from './find-wishes.ts';
import { toSignature } from './read-standing.ts';

/** What was read for a run. */
export interface Wanted {
  readonly sections: readonly FilledSection[];
  /** Those of them that are to be filled in this run. */
  readonly chosen: readonly FilledSection[];
  readonly starts: Starts;
}

interface Planned extends Wanted {
  readonly touched: ReadonlyMap<string, readonly number[]>;
  /** What our own commits hold, where it stands for what is not written down. */
  readonly own: OwnTexts;
}

/** Whether a branch is filled although no record tells what was generated: before there is a proposal nobody was told that it is the bot's. */
export function isBranchKept({ request }: Pick<Run, 'request'>, { state }: Pick<Known, 'state'>): boolean {
  return request.wish === 'command' || state.proposal === undefined;
}

/** What to write by what stands; undefined where all is as it should be. */
export function planFill(run: Run, known: Known, wanted: Planned): ProposalPlan | undefined {
  const { desk, draft, place, state, memory } = known;
  const { config } = desk.configuration;
  const { branch, proposal } = state;
  const { sections, merged, wishes, out, unwanted } = heedEditors(run, known, wanted);
  const ids = new Set(wanted.chosen.map(({ id }) => id));
  const composed = { ...merged, conflicts: keepConflicts(memory?.conflicts ?? new Map(), merged) };
  const others = sections.filter(({ id }) => !ids.has(id));
  const unasked = new Map(others.map(({ id, heading }) => [id, readEarlierWords(proposal?.body ?? '', heading)]));
  const next = remember({ until: run.until, known, wanted, composed, unasked, wishes, out });
  const words = { path: draft.path, page: desk.url, sections, unasked, composed: { ...composed, unwanted } };
  const body = renderBody({ ...words, memory: renderMemory(next, toSignature(run.deps, desk)) });
  const title = config.proposal.title.replaceAll('{date}', draft.date);
  return planProposal({ draft, branchName: place.branch, title, branch, proposal, composed, body });
}

/** The draft with sections that are ticked as people want them. */
interface Trial {
  readonly sections: readonly FilledSection[];
  readonly merged: ComposedDraft;
  readonly states: ComposedDraft['states'];
  /** What would stand in the sections. */
  readonly standing: SectionContents;
}

type Wishes = ReadonlyMap<string, boolean>;

interface Heeded extends Trial {
  readonly wishes: Wishes;
  /** What people do not want and what does not stand. */
  readonly out: ReadonlySet<string>;
  readonly unwanted: UnwantedEntries;
}

/** The draft as people want it by what they ticked, and by what they took out or brought in by hand, which ticks it so. */
function heedEditors(run: Run, known: Known, wanted: Planned): Heeded {
  const ticked = findWishes(known, run.request);
  const out = known.memory?.ticks?.out ?? new Set<string>();
  const lastGenerated = findLastGenerated(known, wanted);
  const first = compose(run, known, { ...wanted, lastGenerated, wishes: ticked });
  const takenOut = findTakenOut(first.standing, first, lastGenerated);
  const broughtIn = findBroughtIn(first.standing, first, { wishes: ticked, out });
  const wishes = new Map([
    ...ticked,
    ...takenOut.map((address) => [address, false] as const),
    ...broughtIn.map((address) => [address, true] as const),
  ]);
  const isSame = takenOut.length + broughtIn.length === 0;
  const last = isSame ? first : compose(run, known, { ...wanted, lastGenerated, wishes });
  return {
    ...last,
    wishes,
    out: findOut(last.standing, last, { wishes, out }),
    unwanted: findUnwanted(last.standing, last, wishes),
  };
}

/** By the record, else by what our own commits filled; undefined where neither is left. */
function findLastGenerated({ desk, draft, memory }: Known, { sections, own }: Planned): SectionContents | undefined {
  if (memory !== undefined || own.first === undefined) return memory?.generated;
  const { config } = desk.configuration;
  const { filled } = findFilled({ path: draft.path, text: own.first }, sections, config);
  const contents = readSectionContents(draft.path, own.first, sections, config);
  return new Map([...contents].filter(([id]) => filled.includes(id)));
}

interface Heeding extends Planned {
  readonly lastGenerated: SectionContents | undefined;
  readonly wishes: Wishes;
}

function compose(
  run: Run,
  known: Known,
  { sections: read, chosen, touched, own, lastGenerated, wishes }: Heeding,
): Trial {
  const { desk, draft, state, memory } = known;
  const { config } = desk.configuration;
  const { branch, proposal } = state;
  const text = branch?.text === undefined ? undefined : findSettled(branch.text, own, memory?.written);
  const sections = read.map((section) => tickEntries(section, toTicks(section.shortlist, wishes)));
  const ids = new Set(chosen.map(({ id }) => id));
  const merged = composeDraft({
    path: draft.path,
    outline: config,
    draft: draft.text,
    sections: sections.filter(({ id }) => ids.has(id)),
    touched,
    branch: branch && { text },
    lastGenerated,
    isBranchKept: isBranchKept(run, known),
    isRecordLost: memory === undefined,
    isReopened: proposal?.state === 'closed',
  });
  const standing = readSectionContents(draft.path, merged.text ?? '', sections, config);
  return { sections, merged, states: merged.states, standing };
}

interface Filled {
  readonly until: Date;
  readonly known: Known;
  readonly wanted: Wanted;
  readonly composed: ComposedDraft;
  /** What the description says of the sections that were not to be filled. */
  readonly unasked: ReadonlyMap<string, string>;
  readonly wishes: Wishes;
  readonly out: ReadonlySet<string>;
}

function remember({ until, known, wanted, composed, unasked, wishes, out }: Filled): ProposalMemory {
  const { draft, memory } = known;
  const { sections, chosen, starts } = wanted;
  const begun = new Map(sections.map(({ id }) => [id, starts.starts.get(id) ?? starts.from]));
  const ranked = chosen.flatMap(({ shortlist }) => shortlist.filter(({ isTicked }) => isTicked));
  return {
    issue: draft.date,
    until: unasked.size === 0 ? until.toISOString() : memory?.until,
    spans: moveSpans(memory?.spans ?? new Map(), begun, { states: composed.states, until }),
    generated: composed.generated,
    written: composed.text === undefined ? undefined : toDigest(composed.text),
    conflicts: composed.conflicts,
    ticks: keepTicks(memory?.ticks, {
      decisions: wishes,
      out,
      automatic: ranked.map(toTaskAddress),
      waiting: readTasks([...unasked.values()].join('\n')),
    }),
  };
}
