import type { TextEdit } from '../findings/finding.ts';
import type { Place } from '../shared/place.ts';

/** What is wrong at a place, before its file and subject are known. */
export interface Flaw {
  readonly place: Place;
  readonly message: string;
  readonly quotes?: readonly string[];
  readonly edits?: readonly TextEdit[];
}
