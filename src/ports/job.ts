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
}

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
