import type { Hunk, Patch } from './patch.ts';

/** Lines of the new side, both ends included. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}

/** The new-side lines on which GitHub takes a comment: added and context lines, one range for each hunk that has any. */
export function getCommentableRanges(patch: Patch): readonly LineRange[] {
  return patch.hunks.filter((hunk) => hunk.newLines > 0).map(toRange);
}

/** Whether GitHub takes one comment on all lines of the range: they must lie within one hunk. */
export function isCommentable(patch: Patch, range: LineRange): boolean {
  if (range.startLine > range.endLine) return false;
  return getCommentableRanges(patch).some((hunk) => hunk.startLine <= range.startLine && range.endLine <= hunk.endLine);
}

function toRange(hunk: Hunk): LineRange {
  return { startLine: hunk.newStart, endLine: hunk.newStart + hunk.newLines - 1 };
}
