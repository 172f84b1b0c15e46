import { applySplices, chooseSplices, findLineStarts, type Splice } from './splices.ts';
import type { Finding, TextEdit } from './finding.ts';

/** Whole lines to put in place of whole lines, as GitHub's suggestion blocks have it. */
export interface Suggestion {
  readonly startLine: number;
  readonly endLine: number;
  /** Without line ends; empty to delete the lines. */
  readonly lines: readonly string[];
}

/** A suggestion of more lines is read by nobody, and hides what it does; such an edit is said in words. */
export const MAX_SUGGESTED_LINES = 12;

/**
 * The one replacement of whole lines that all edits together amount to (groups as in `chooseSplices`). The lines reach
 * from the first edit to the last. undefined where nothing would change, or where the lines hold characters that do not
 * survive a suggestion block: what is no UTF-8 in the file came to us as U+FFFD, and would become that for good.
 */
export function makeSuggestion(text: string, groups: readonly (readonly TextEdit[])[]): Suggestion | undefined {
  const splices = chooseSplices(text, groups);
  const span = findSpan(text, splices);
  if (span === undefined) return undefined;
  const before = text.slice(span.start, span.end);
  const after = applySplices(
    before,
    splices.map((splice) => shift(splice, -span.start)),
  );
  if (after === before || /[\0\ufffd]|\r(?!\n|$)/.test(after)) return undefined;
  return { startLine: span.startLine, endLine: span.endLine, lines: toLines(after) };
}

/** The lines of the head file that a finding speaks of: its place, and those its edits touch. Both ends included. */
export function getTouchedLines(finding: Finding): { readonly startLine: number; readonly endLine: number } {
  const places = finding.edits.length === 0 ? [finding.place] : finding.edits;
  return {
    startLine: Math.min(...places.map((place) => place.startLine)),
    endLine: Math.max(...places.map((place) => place.endLine)),
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly startLine: number;
  readonly endLine: number;
}

/** Whole lines that hold all splices, undefined where there are none; one line more where the last one's end is removed, since its rest joins the next. */
function findSpan(text: string, splices: readonly Splice[]): Span | undefined {
  const first = splices[0];
  const last = splices.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const starts = findLineStarts(text);
  const firstLine = findLine(starts, first.start);
  const lastLine = findLine(starts, Math.max(last.start, last.end - 1));
  const start = starts[firstLine] ?? 0;
  const endOf = (line: number): number => starts[line + 1] ?? text.length;
  const rest = applySplices(
    text.slice(start, endOf(lastLine)),
    splices.map((splice) => shift(splice, -start)),
  );
  const isOpen = rest !== '' && !rest.endsWith('\n') && endOf(lastLine) < text.length;
  const endLine = isOpen ? lastLine + 1 : lastLine;
  return { start, end: endOf(endLine), startLine: firstLine + 1, endLine: endLine + 1 };
}

/** The index of the line that holds an offset, by halves. */
function findLine(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function shift(splice: Splice, by: number): Splice {
  return { ...splice, start: splice.start + by, end: splice.end + by };
}

function toLines(text: string): readonly string[] {
  if (text === '') return [];
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}
