import type { TextEdit } from '../../src/findings/finding.ts';
import { applySplices, chooseSplices } from '../../src/findings/splices.ts';

/** A text after edits in any order, each for itself: of two that overlap, only the one that came first is applied. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const groups = edits.map((edit) => [edit]);
  return applySplices(text, chooseSplices(text, groups));
}
