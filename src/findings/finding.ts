import type { RepositoryPath } from '../shared/brand.ts';
import type { Place } from '../shared/place.ts';

/**
 * error: breaks a written rule, objectively · warning: editors nearly always change or refuse it · hint: taste, or
 * "please confirm".
 */
export type Severity = 'error' | 'warning' | 'hint';

/** All of them, the gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];

/** Replaces the text at a place of the head file. Edits of one file never overlap. */
export interface TextEdit extends Place {
  readonly text: string;
}

/** What a rule says about one place of one file. The message is our own words; quoted foreign text is in `quotes`. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: RepositoryPath;
  readonly place: Place;
  /**
   * One sentence or two: the problem first, the remedy last. Plain text; foreign text stands only in `{0}`, `{1}` …,
   * which the renderer fills with inert code spans of `quotes`. A brace that is meant is written twice (`escapeGaps`).
   */
  readonly message: string;
  readonly quotes: readonly string[];
  /** The edits that make it go away, empty where there is not exactly one remedy. */
  readonly edits: readonly TextEdit[];
  /** What stays the same when lines move: the item's identity, e.g. its first URL or text. Part of the fingerprint. */
  readonly subject: string;
  /** Places in the same file that are to be put back or to go elsewhere as a whole: until then nothing else matters there. */
  readonly settles?: readonly Place[];
}
