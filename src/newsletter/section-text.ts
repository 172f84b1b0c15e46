/** What a section is to hold. */
export interface SectionText {
  readonly id: string;
  /** Text of its heading, without level and link marks. */
  readonly heading: string;
  /** Markdown with LF and without blank lines at its ends. */
  readonly body: string;
}

/** What became of one section of a draft. */
export type SectionOutcome =
  | { readonly kind: 'filled' }
  /** Somebody wrote it; `line` is its heading's. */
  | { readonly kind: 'filled-by-hand'; readonly line: number }
  /** `similar`: a heading that may be meant, as it stands there. */
  | { readonly kind: 'missing'; readonly similar: string | undefined }
  /** The heading stands there more than once. */
  | { readonly kind: 'doubled'; readonly lines: readonly number[] }
  /** A comment in it is never closed, so that nobody can tell where it ends; `line` is the comment's. */
  | { readonly kind: 'comment-open'; readonly line: number }
  /** The whole draft is over the bounds of what is parsed. */
  | { readonly kind: 'unreadable'; readonly line: number };

/** A draft with its sections filled, and what became of each, by id. */
export interface FilledText {
  readonly text: string;
  readonly outcomes: ReadonlyMap<string, SectionOutcome>;
}
