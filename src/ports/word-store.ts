/** Where what was said on a pull request is kept for some seconds, for all processes that may speak there. */
export interface WordStore {
  /** What was said there in the last minute. */
  readonly recall: (pull: string) => Promise<readonly KeptWords[]>;
  /** Takes the place of what has the same name there. */
  readonly keep: (pull: string, kept: KeptWords) => Promise<void>;
}

export interface KeptWords {
  readonly name: string;
  /** What was said, as JSON. */
  readonly words: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
}
