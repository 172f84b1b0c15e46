/** Characters of a title, an address or another value that are kept; what is longer is cut. */
export const MAX_VALUE = 1000;

/** Elements inside each other; what is deeper is no longer read. */
export const MAX_DEPTH = 400;

/** Characters of text that are kept for telling the language. */
export const MAX_SAMPLE = 2000;

/** Characters of JSON-LD that are looked at, and how deep. */
export const MAX_JSON = 100_000;
export const MAX_JSON_DEPTH = 6;

/** Characters of text after the head that are enough for the share of code and a heading. */
export const ENOUGH_TEXT = 20_000;
