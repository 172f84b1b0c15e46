import type { Outcome, PullRequestRef, RepositoryRef, Trouble } from '../ports.ts';
import type { CommitSha } from '../shared/brand.ts';

/** What the app can look over by itself, without a webhook. */
export interface Survey {
  /** All repositories that the app is installed on. */
  readonly listRepositories: () => Promise<Outcome<Installed>>;
  /** Another text whenever something happened on an open pull request, or somebody commented anywhere; costs nothing otherwise. */
  readonly readStamp: (repository: RepositoryRef) => Promise<Outcome<string>>;
  readonly readThreads: (repository: RepositoryRef) => Promise<Outcome<Threads>>;
  /** Asks GitHub to send again what failed in the last days; returns how many webhooks. */
  readonly redeliverFailed: () => Promise<Outcome<number>>;
}

/** Where the app is installed, as far as GitHub tells. */
export interface Installed {
  readonly repositories: readonly RepositoryRef[];
  /** Installations of which GitHub lists no repositories for us, and why not. */
  readonly refused: readonly { readonly installationId: number; readonly trouble: Trouble }[];
}

/** What people may wait for us on. */
export interface Threads {
  readonly pulls: readonly OpenPull[];
  /** Issues, and pull requests that are closed, the latest changed of each. */
  readonly others: readonly OtherThread[];
}

export interface OtherThread {
  readonly number: number;
  /** GraphQL node id. */
  readonly nodeId: string;
  readonly unanswered: readonly UnansweredComment[];
}

/** An open pull request, and what of our work on it can be seen. */
export interface OpenPull {
  readonly ref: PullRequestRef;
  /** GraphQL node id. */
  readonly nodeId: string;
  readonly head: CommitSha;
  readonly isDraft: boolean;
  /** The app opened it. */
  readonly isOurs: boolean;
  /** The `external_id` of each check run of ours on the head that is finished, also for other pull requests with this head. */
  readonly finishedChecks: readonly string[];
  /** Comments of people without a reaction of ours, which they have not edited; the latest of the conversation and of threads. */
  readonly unanswered: readonly UnansweredComment[];
}

export interface UnansweredComment {
  /** GraphQL node id. */
  readonly commentId: string;
  readonly login: string;
  /** It stands in a thread of the diff, and not in the conversation. */
  readonly isInThread: boolean;
  readonly body: string;
  readonly at: Date;
}
