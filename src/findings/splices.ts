import type { TextEdit } from './finding.ts';

/** An edit as offsets into the text. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies splices that do not overlap and are in order of their place; every other character stays as it was. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end, text: replacement } of splices) {
    parts.push(text.slice(copied, start), replacement);
    copied = end;
  }
  return parts.join('') + text.slice(copied);
}

/**
 * Turns groups of edits (one group a finding) into splices that do not overlap, in order of their place. Insertions at one point keep
 * the order they came in; the same edit twice counts once. A group goes in whole or, where one of its edits overlaps an edit of an
 * earlier group, not at all: half a remedy would be a new mistake.
 */
export function chooseSplices(text: string, groups: readonly (readonly TextEdit[])[]): readonly Splice[] {
  const starts = findLineStarts(text);
  const chosen: Splice[] = [];
  for (const group of groups) {
    const fresh = group
      .map((edit) => toSplice(text, starts, edit))
      .filter((splice) => !chosen.some((other) => isSame(splice, other)));
    const all = [...chosen, ...fresh];
    if (!fresh.some((splice) => all.some((other) => other !== splice && overlaps(splice, other))))
      chosen.push(...fresh);
  }
  return chosen.sort((one, other) => one.start - other.start || one.end - other.end);
}

/** The text asked about last: thousands of findings ask about one text, one after the other. */
let latest: { readonly text: string; readonly starts: readonly number[] } = { text: '', starts: [0] };

/** Offsets at which the lines of a text start. Lines end at a line feed only. */
export function findLineStarts(text: string): readonly number[] {
  if (latest.text === text) return latest.starts;
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  latest = { text, starts };
  return starts;
}

/** Places outside the text are taken for its nearest end. */
function toSplice(text: string, starts: readonly number[], edit: TextEdit): Splice {
  const toOffset = (line: number, column: number): number => {
    const start = line < 1 ? 0 : (starts[line - 1] ?? text.length);
    return Math.min(start + Math.max(column, 1) - 1, text.length);
  };
  const start = toOffset(edit.startLine, edit.startColumn);
  return { start, end: Math.max(start, toOffset(edit.endLine, edit.endColumn)), text: edit.text };
}

function isSame(one: Splice, other: Splice): boolean {
  return one.start === other.start && one.end === other.end && one.text === other.text;
}

/** Insertions at one point, or at the edge of a replacement, do not overlap. */
function overlaps(one: Splice, other: Splice): boolean {
  return one.start < other.end && one.end > other.start;
}
