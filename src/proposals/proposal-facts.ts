import type { SectionContents } from '../newsletter/section-contents.ts';
import type { CommitSha, Day, RepositoryPath } from '../shared/brand.ts';

/** The pull request of this week, as GitHub has it; only one that the app itself opened. */
export interface StandingProposal {
  readonly number: number;
  readonly state: 'open' | 'closed' | 'merged';
  readonly body: string;
}

/** The proposal's branch. */
export interface ProposalBranch {
  readonly head: CommitSha;
  /** The draft in it; undefined where it is gone or no text. */
  readonly text: string | undefined;
}

/** The draft as the app's own commits in the branch, for which GitHub vouches, found it and left it. */
export interface OwnTexts {
  /** Where none is written down: as those left it with which the branch begins; undefined where it begins with somebody else's. */
  readonly first: string | undefined;
  /** Else: as it was before each of those of late with which the branch ends, the newest first, as far as it was in the branch. */
  readonly before: readonly string[];
}

/** The draft that is being edited, on the default branch. */
export interface DraftFacts {
  readonly path: RepositoryPath;
  readonly date: Day;
  readonly text: string;
  /** Of the default branch. */
  readonly head: CommitSha;
}

/** The window of a section: its cut is the next week's beginning. */
export interface SectionSpan {
  readonly from: string;
  /** When it was filled last; undefined where it was not. */
  readonly until: string | undefined;
}

/** By section's id. */
export type SectionSpans = ReadonlyMap<string, SectionSpan>;

/** What is known of the task list of a description, by the addresses that its entries link to. */
export interface TickMemory {
  /** What was ticked as ranked. */
  readonly automatic: ReadonlySet<string>;
  /** What people ticked or un-ticked since the proposal was opened. */
  readonly people: ReadonlyMap<string, boolean>;
  /** Of what people un-ticked or took out, what did not stand: where it does now, editors put it back. */
  readonly out: ReadonlySet<string>;
}

/** What the marker in a proposal's body remembers. Times are ISO 8601 in UTC. */
export interface ProposalMemory {
  readonly issue: string;
  /** When all sections were last filled in one run; undefined where there was none. */
  readonly until: string | undefined;
  readonly spans: SectionSpans;
  readonly generated: SectionContents;
  /** Undefined in a marker of an earlier version. */
  readonly ticks: TickMemory | undefined;
  /** Digest of the draft that the run left in the branch; undefined where it left none, and in a marker of an earlier version. */
  readonly written: string | undefined;
  /** By section, what was generated while the editors' own text stood. */
  readonly conflicts: ReadonlyMap<string, readonly string[]>;
}
