import type { RepositoryRef } from '../../ports.ts';
import type { Desk, ProposalPlace, ProposalState } from '../../ports/proposals.ts';
import type { Due } from '../../proposals/find-due.ts';
import type { StandStill } from '../../proposals/plan-run.ts';
import type { DraftFacts, ProposalMemory } from '../../proposals/proposal-facts.ts';
import type { Deps } from '../deps.ts';
import type { FillRequest } from './fill-request.ts';
import type { FillTools } from './fill-tools.ts';

/** How a run ended, for the log and for those who asked. */
export type FillEnd =
  | StandStill
  | 'published'
  | 'unchanged'
  /** The draft was published, or another took its place, while sections were asked for. */
  | 'replaced'
  /** Editors renamed the draft in the proposal's branch, or took it out. */
  | 'draft-gone'
  /** Shown in a check run only. */
  | 'shown'
  /** Others were faster time and again. */
  | 'moving'
  | 'unknown-section';

export interface RunEnd {
  /** undefined where nobody who may wanted anything. */
  readonly kind: FillEnd | undefined;
  /** Ids, and headings in lower case, of what could have been filled; undefined where that was not asked for. */
  readonly names: ReadonlySet<string> | undefined;
}

/** One run, as far as it is known before sections are asked for. */
export interface Run {
  readonly deps: Deps;
  readonly tools: FillTools;
  readonly repository: RepositoryRef;
  readonly request: FillRequest;
  readonly until: Date;
}

/** Where the windows of sections begin. */
export interface Starts {
  readonly from: Date;
  /** By section, where it is known. */
  readonly starts: ReadonlyMap<string, Date>;
}

/** What a run knows once the newsletter is read: the draft that is due, and how far its proposal is. */
export interface Known {
  readonly desk: Desk;
  readonly draft: DraftFacts;
  readonly due: Due;
  readonly place: ProposalPlace;
  readonly state: ProposalState;
  readonly memory: ProposalMemory | undefined;
  /** The date of the issue before. */
  readonly previousDate: string;
}
