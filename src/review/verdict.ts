import type { SuggestedPlace } from './review-input.ts';
import type { Suggestion } from '../findings/suggestion.ts';

/** What became of one command, before it is put into words. Texts that people wrote are as written. */
export type Verdict =
  | { readonly kind: 'help' }
  | { readonly kind: 'unknown' }
  /** Done, and everybody sees it where it was done. */
  | { readonly kind: 'done' }
  /** Hints and warnings of the rule are ignored, errors are not. */
  | { readonly kind: 'errors-stay'; readonly rule: string }
  | { readonly kind: 'sections'; readonly names: readonly string[]; readonly best: readonly BestPlace[] }
  | { readonly kind: 'moves'; readonly section: string; readonly moves: readonly Move[] }
  | { readonly kind: 'refused'; readonly why: Obstacle };

/** Where the archive would put an item. */
export interface BestPlace {
  readonly title: string;
  /** undefined where it is not clear. */
  readonly place: SuggestedPlace | undefined;
  /** It stands there already. */
  readonly isThere: boolean;
}

/** Why a pull request gets no review for now. */
export type Unreviewed = 'closed' | 'draft' | 'too-large';

/** Why a command is not carried out. */
export type Obstacle =
  | { readonly kind: 'in-thread' }
  | { readonly kind: 'too-many' }
  | { readonly kind: Unreviewed }
  | { readonly kind: 'not-permitted' }
  | { readonly kind: 'permission-unknown' }
  | { readonly kind: 'only-errors'; readonly rule: string }
  | { readonly kind: 'no-rule' }
  | { readonly kind: 'unknown-rule'; readonly rule: string; readonly nearest: string | undefined }
  | { readonly kind: 'no-item' }
  | { readonly kind: 'there-already'; readonly section: string }
  | { readonly kind: 'unknown-section'; readonly name: string; readonly names: readonly string[] }
  | { readonly kind: 'closed-section'; readonly section: string; readonly instead: string };

/** How to bring one item into a section. Lines are those of the head file. */
export interface Move {
  readonly path: string;
  readonly title: string;
  readonly startLine: number;
  readonly endLine: number;
  /** The item goes below this line. */
  readonly below: number;
  /** What to put there, as the other suggestions would have it. */
  readonly lines: readonly string[];
  /** The move as one replacement of lines, where GitHub takes a comment on all of them. */
  readonly suggestion: Suggestion | undefined;
}
