/** One section as rendered for one window. Plain data. */
export interface FilledSection {
  /** `updates`, `perf-triage`, `approved-rfcs`, `final-comment-period`, `calls-for-testing`, `new-rfcs`: the folder of src/sections. */
  readonly id: string;
  /** Text of the section's heading in the draft, by configuration, without its level and without link marks. */
  readonly heading: string;
  /** Markdown between that heading and the next section, LF, no blank line at either end. Headings inside it stand as today's newsletter writes them. */
  readonly body: string;
  /** What was asked for it, in the order of asking: shown in the proposal. */
  readonly queried: readonly QueriedSource[];
  /** What an editor should know, one sentence each; empty where all went well. Text that others wrote stands in `{0}` gaps. */
  readonly notes: readonly { readonly message: string; readonly quotes: readonly string[] }[];
  /** Entries to choose from; empty for all but `updates`. */
  readonly shortlist: readonly ShortlistEntry[];
}

export interface QueriedSource {
  /** One of what was asked for, a noun: `pull request`. */
  readonly what: string;
  /** Which of them: `that changed text`; '' for all. */
  readonly which: string;
  readonly url: string;
  readonly count: number;
  /** An instant, or a day. */
  readonly from: string;
  /** An instant that is not included any more, or a day that is. */
  readonly until: string;
}

/** A merged pull request that may stand in the section. */
export interface ShortlistEntry {
  /** `owner/name#number` */
  readonly key: string;
  /** The sub-heading it stands under: `Compiler`. */
  readonly heading: string;
  /** The line as it stands in the section when ticked: `* [text](url)`. */
  readonly line: string;
  readonly isTicked: boolean;
}
