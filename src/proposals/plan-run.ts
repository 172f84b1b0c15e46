import type { Due } from './find-due.ts';
import type { DraftFacts, ProposalMemory, StandingProposal } from './proposal-facts.ts';
import { findNewTicks } from './heed-ticks.ts';
import { findUnheeded, readTasks } from './read-ticks.ts';

/** Who wants sections filled. */
export type Wish = 'schedule' | 'command' | 'tick';

/** Why nothing is done. */
export type StandStill =
  /** No draft with a date is open. */
  | 'no-draft'
  | 'too-early'
  | 'frozen'
  /** It was filled since it was last due, and nobody has ticked anything since. */
  | 'up-to-date'
  /** A person closed the proposal. */
  | 'closed'
  /** The proposal was merged: done for the week. */
  | 'merged'
  /** There is no open proposal whose list could be ticked. */
  | 'not-open';

export interface RunFacts {
  readonly wish: Wish;
  readonly draft: DraftFacts | undefined;
  readonly due: Due;
  readonly proposal: StandingProposal | undefined;
  readonly memory: ProposalMemory | undefined;
}

/** Whether sections are to be filled now; undefined where they are. */
export function findStandStill({ wish, draft, due, proposal, memory }: RunFacts): StandStill | undefined {
  if (draft === undefined) return 'no-draft';
  if (proposal?.state === 'merged') return 'merged';
  if (wish === 'tick') return proposal?.state === 'open' ? undefined : 'not-open';
  if (wish === 'command') return undefined;
  if (proposal?.state === 'closed') return 'closed';
  if (due.kind !== 'due') return due.kind;
  const isDone = memory?.until !== undefined && Date.parse(memory.until) >= due.since.getTime();
  return isDone && findPending(proposal?.body ?? '', memory).size === 0 ? 'up-to-date' : undefined;
}

function findPending(body: string, { ticks, generated }: ProposalMemory): ReadonlyMap<string, boolean> {
  return ticks === undefined ? findUnheeded(body, generated) : findNewTicks(readTasks(body), ticks);
}
