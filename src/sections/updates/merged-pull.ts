import type { Thread } from '../week.ts';

/** A merged pull request. */
export interface MergedPull extends Thread {
  readonly mergedAt: string;
  readonly labels: readonly string[];
  /** Some of the files that it changed; empty where they are not known. */
  readonly paths: readonly string[];
  readonly changedFiles: number;
  /** The name of its branch; '' where it is not known. */
  readonly branch: string;
  /** As its author described it, at least the beginning. */
  readonly body: string;
}
