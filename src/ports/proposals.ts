import type { Configuration, ReadConfig } from '../config/configuration.ts';
import type { DraftText } from '../newsletter/changed-file.ts';
import type { Outcome, RepositoryRef } from '../ports.ts';
import type { OwnTexts, ProposalBranch, StandingProposal } from '../proposals/proposal-facts.ts';
import type { ProposalPlan } from '../proposals/plan-proposal.ts';
import type { CommitSha, RepositoryPath } from '../shared/brand.ts';
import type { FillCommand } from './job.ts';

/** The newsletter, as far as a proposal depends on it. */
export interface Desk {
  /** As a snapshot of a pull request has it. */
  readonly repositoryId: string;
  readonly configuration: Configuration;
  readonly defaultBranch: string;
  /** Page of the repository. */
  readonly url: string;
  readonly head: CommitSha;
  /** Undefined: the repository has no drafts folder. */
  readonly drafts: readonly DraftText[] | undefined;
  /** The files in the archive's folders. */
  readonly archived: readonly RepositoryPath[];
  /** Permissions that publishing needs and that the owner has not granted: `contents: write`, `pull_requests: write`. */
  readonly missing: readonly string[];
}

/** A proposal and those who are at work beside it. */
export interface ProposalState {
  /** Of the default branch; undefined where it is gone. */
  readonly defaultHead: CommitSha | undefined;
  readonly branch: ProposalBranch | undefined;
  /** The newest of the branch that the app opened. */
  readonly proposal: StandingProposal | undefined;
  /** The one of the issue before, of the first branch that has one. */
  readonly previous: (StandingProposal & { readonly branch: string }) | undefined;
  /** The draft in open pull requests of others, by their number. */
  readonly others: ReadonlyMap<number, string>;
}

/** Which branches and which file a proposal is about. */
export interface ProposalPlace {
  readonly branch: string;
  /** Where the proposal of the issue before may be, the likelier first; they may be the same. */
  readonly previousBranches: readonly [string, string];
  readonly path: RepositoryPath;
}

/** Where the app's own text of a draft may be. */
export interface OwnPlace {
  readonly branch: string;
  /** Of the branch. */
  readonly head: CommitSha;
  readonly path: RepositoryPath;
  /** Own commits up to then are written down; undefined where none is. */
  readonly since: Date | undefined;
  readonly defaultBranch: string;
}

/** What is shown where nothing may be published. */
export interface ShownSections {
  readonly head: CommitSha;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

/** What stands of an answer to a comment. */
export interface EarlierAnswer {
  /** Of the repository, as markers are signed over it. */
  readonly repositoryId: string;
  /** The comment stands on an issue that is no pull request. */
  readonly isOnIssue: boolean;
  /** Bodies of the app's own last comments in the conversation, markers not yet verified. */
  readonly said: readonly string[];
}

/** GitHub, as proposals use it. */
export interface Proposals {
  readonly readDesk: (repository: RepositoryRef, read: ReadConfig) => Promise<Outcome<Desk>>;
  readonly readProposal: (repository: RepositoryRef, place: ProposalPlace) => Promise<Outcome<ProposalState>>;
  readonly readOwnTexts: (repository: RepositoryRef, place: OwnPlace) => Promise<Outcome<OwnTexts>>;
  /** `moved`: somebody was faster, so that it has to be planned anew; what was written before that stands. */
  readonly publishProposal: (
    repository: RepositoryRef,
    plan: ProposalPlan,
    defaultBranch: string,
  ) => Promise<Outcome<'published' | 'moved'>>;
  /**
   * What the app has answered to a command so far; undefined where nothing is left to answer: it has reacted, which it does
   * last, or the comment is gone.
   */
  readonly readAnswer: (
    repository: RepositoryRef,
    command: Pick<FillCommand, 'commentId' | 'subjectId'>,
  ) => Promise<Outcome<EarlierAnswer | undefined>>;
  readonly closeProposal: (repository: RepositoryRef, proposal: StandingProposal) => Promise<Outcome<void>>;
  /** Shows sections in a check run. */
  readonly showSections: (repository: RepositoryRef, shown: ShownSections) => Promise<Outcome<void>>;
}
