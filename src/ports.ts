import type { ChangedFile, DraftText, ReadSubmission } from './newsletter/changed-file.ts';
import type { OpenDraft } from './newsletter/open-draft.ts';
import type { Outline } from './newsletter/issue.ts';
import type { EarlierWords, ReviewPlan } from './review/review-plan.ts';
import type { CommitSha, Day } from './shared/brand.ts';

/** Names one pull request; the installation is whose token pays for the requests. */
export interface PullRequestRef {
  readonly installationId: number;
  readonly owner: string;
  readonly repository: string;
  readonly number: number;
}

/** What GitHub says about a pull request, read in few requests. */
export interface PullRequestSnapshot {
  readonly ref: PullRequestRef;
  readonly state: 'open' | 'closed';
  readonly isDraft: boolean;
  readonly head: CommitSha;
  readonly base: CommitSha;
  readonly author: {
    readonly login: string;
    readonly isBot: boolean;
    readonly permission: 'read' | 'write' | 'unknown';
  };
  readonly isFirstContribution: boolean;
  readonly openedOn: Day;
  /** Only files in newsletter paths; texts are the merge base's and the head's. */
  readonly files: readonly ChangedFile[];
  /** How many other files it touches. */
  readonly otherFiles: number;
  /** Drafts on the default branch; undefined: the repository has no drafts folder. */
  readonly drafts: readonly DraftText[] | undefined;
  readonly earlier: EarlierWords;
}

/** Parses and compares in a worker with a deadline; what cannot be read is a fact. */
export interface Parser {
  readonly readSubmission: (files: readonly ChangedFile[], outline: Outline) => Promise<ReadSubmission>;
  readonly readDrafts: (drafts: readonly DraftText[], outline: Outline) => Promise<readonly OpenDraft[]>;
  readonly close: () => Promise<void>;
}

/** GitHub, as one installation sees it. Every method may reject with an `ApiTrouble` (adapters/github/trouble.ts). */
export interface GitHub {
  readonly readPullRequest: (ref: PullRequestRef) => Promise<PullRequestSnapshot | undefined>;
  readonly publishReview: (snapshot: PullRequestSnapshot, plan: ReviewPlan) => Promise<void>;
  readonly listOpenPullRequests: (repository: Omit<PullRequestRef, 'number'>) => Promise<readonly number[]>;
  readonly findOpenPullRequestByHead: (
    repository: Omit<PullRequestRef, 'number'>,
    head: CommitSha,
  ) => Promise<readonly number[]>;
}

/** One job at a time per key; a newer job with the same key replaces a waiting one. */
export interface Lanes {
  readonly enqueue: (key: string, job: () => Promise<void>) => void;
  /** Resolves when all accepted work is done or the deadline has passed. */
  readonly drain: (milliseconds: number) => Promise<void>;
}

export interface Clock {
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export interface Log {
  readonly info: (fields: Readonly<Record<string, unknown>>, message: string) => void;
  readonly warn: (fields: Readonly<Record<string, unknown>>, message: string) => void;
  readonly error: (fields: Readonly<Record<string, unknown>>, message: string) => void;
}
