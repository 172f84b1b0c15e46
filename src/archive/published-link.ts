import type { Day } from '../shared/brand.ts';

/** A link as an issue of the newsletter brought it to its readers. */
export interface PublishedLink {
  /** The date of the issue. */
  readonly date: Day;
  /** Its number; undefined where it gives none. */
  readonly number: number | undefined;
  /** Today's name of the section it stood in. */
  readonly section: string;
  /** The bracketed words before it as written, `[video]`; empty where there are none. */
  readonly prefix: string;
  readonly title: string;
  readonly url: string;
}
