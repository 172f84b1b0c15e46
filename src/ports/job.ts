import type { JobEnd, PullRequestRef, RepositoryRef, Turn } from '../ports.ts';
import type { CommitSha, RepositoryPath } from '../shared/brand.ts';

/** What set off a piece of work: on every line of its log. */
export interface Cause {
  readonly delivery: string;
  /** `pull_request.opened` */
  readonly event: string;
}

/** What a webhook told that an answer may not know of yet. */
export interface Announced {
  /** The head that a push replaced. */
  readonly outdatedHead?: CommitSha | undefined;
  /** GraphQL node id of a new comment with commands. */
  readonly commentId?: string | undefined;
  /** GraphQL node id of a comment that asked for something before it was edited or deleted. */
  readonly outdatedComment?: string | undefined;
  /** Somebody wants the check again: GitHub has put its suite back to queued, and waits for a run that says something. */
  readonly isAskedFor?: boolean | undefined;
}

/** Why sections are to be filled. */
export type FillOrder =
  /** The time may have come. */
  | { readonly kind: 'schedule' }
  | {
      readonly kind: 'command';
      /** GraphQL node ids of the comment, and of the issue or pull request it stands on. */
      readonly commentId: string;
      readonly subjectId: string;
      readonly number: number;
      readonly login: string;
      /** As written; none for all. */
      readonly sections: readonly string[];
      /** The comment holds other commands, too. */
      readonly isMixed: boolean;
    }
  | {
      readonly kind: 'tick';
      /** Of the pull request. */
      readonly number: number;
      readonly login: string;
      /** What was changed in the proposal's description: the addresses of tasks, and whether they are ticked now. */
      readonly tasks: readonly (readonly [address: string, isTicked: boolean])[];
    };

export type FillCommand = FillOrder & { readonly kind: 'command' };

/** One piece of work as plain data, so that it can be kept where a process cannot forget it. */
export type Job =
  | {
      readonly kind: 'review';
      readonly ref: PullRequestRef;
      readonly announced: Announced;
      readonly cause: Cause;
    }
  /** All open pull requests of a repository are reviewed. */
  | { readonly kind: 'review-open'; readonly repository: RepositoryRef; readonly cause: Cause }
  /** The same, if one of these paths that came or went is a draft. */
  | {
      readonly kind: 'review-if-drafts-changed';
      readonly repository: RepositoryRef;
      readonly cameOrWent: readonly RepositoryPath[];
      readonly cause: Cause;
    }
  /** The open pull requests with this head are reviewed. */
  | {
      readonly kind: 'review-head';
      readonly repository: RepositoryRef;
      readonly head: CommitSha;
      readonly cause: Cause;
    }
  /** The proposal of a repository is opened or brought up to date, by all who want it. */
  | {
      readonly kind: 'fill';
      readonly repository: RepositoryRef;
      readonly orders: readonly FillOrder[];
      readonly cause: Cause;
    }
  /** One past week of a newsletter is learnt from. */
  | { readonly kind: 'learn-week'; readonly repository: RepositoryRef; readonly cause: Cause }
  /** Everything is looked over for what was forgotten. */
  | { readonly kind: 'reconcile'; readonly cause: Cause }
  | { readonly kind: 'reconcile-repository'; readonly repository: RepositoryRef; readonly cause: Cause };

/** A job and the lane it stands in: of one lane one job runs at a time, and the newest takes the place of one that waits. */
export interface Work {
  readonly lane: string;
  readonly job: Job;
}

export type RunJob = (job: Job, turn: Turn) => Promise<JobEnd>;

/** What the job that takes the place of another one has to know of it. */
export type MergeJobs = (older: Job, newer: Job) => Job;
