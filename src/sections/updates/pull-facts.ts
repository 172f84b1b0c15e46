/** What a model may know of a merged pull request. */
export interface PullFacts {
  readonly repository: string;
  readonly title: string;
  readonly branch: string;
  readonly paths: readonly string[];
  readonly changedFiles: number;
  /** undefined where the description is not known. */
  readonly bodyLength: number | undefined;
  /** The description says that no changelog need tell of it. */
  readonly isUntold: boolean;
  /** Merged together with others: nothing to measure on its own. */
  readonly isInRollup: boolean;
  /** The performance triage of the week speaks of it. */
  readonly isInTriage: boolean;
}
