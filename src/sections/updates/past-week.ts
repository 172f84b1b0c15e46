import type { PullFacts } from './pull-facts.ts';

/** What was merged in the week of a published issue, and what that issue listed: what editors picked can be learnt from it. */
export interface PastWeek {
  /** The date of the issue. */
  readonly issue: string;
  readonly merged: readonly PastMerge[];
  readonly listed: readonly ListedEntry[];
}

/** A pull request that was merged in a past week. */
export interface PastMerge extends PullFacts {
  readonly number: number;
}

/** A pull request that a published issue lists. */
export interface ListedEntry {
  /** `owner/name#number`, in lower case. */
  readonly key: string;
  /** The sub-heading it stands under; '' for none. */
  readonly heading: string;
  /** Its line between the brackets; undefined where the line holds anything else. */
  readonly text: string | undefined;
}
