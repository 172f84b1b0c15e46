import type { Hunk, Patch, PatchLine } from './patch.ts';

/**
 * Recovers the text before a patch from the text after it. Strict: undefined unless every context and added line,
 * every line number and every missing line feed at the end fits exactly.
 */
export function undoPatch(head: string, patch: Patch): string | undefined {
  const after = splitLines(head);
  const before: string[] = [];
  let copied = 0;
  for (const hunk of patch.hunks) {
    const from = toIndex(hunk.newStart, hunk.newLines);
    if (from < copied || from > after.length) return undefined;
    for (; copied < from; copied += 1) before.push(after[copied] ?? '');
    if (before.length !== toIndex(hunk.oldStart, hunk.oldLines)) return undefined;
    if (!isAt(after, from, hunk)) return undefined;
    for (const line of takeSide(hunk, 'added')) before.push(line);
    copied = from + hunk.newLines;
  }
  for (; copied < after.length; copied += 1) before.push(after[copied] ?? '');
  return hasOnlyLastUnended(before) ? before.join('') : undefined;
}

/** A side without lines is numbered by the line before it, one with lines by its first line. */
function toIndex(start: number, count: number): number {
  return count === 0 ? start : start - 1;
}

function isAt(after: readonly string[], from: number, hunk: Hunk): boolean {
  return takeSide(hunk, 'removed').every((line, offset) => after[from + offset] === line);
}

/** The lines of one side with their line ends: all but those of the other side's kind. */
function takeSide(hunk: Hunk, except: PatchLine['kind']): readonly string[] {
  return hunk.lines
    .filter((line) => line.kind !== except)
    .map((line) => (line.noNewline ? line.text : `${line.text}\n`));
}

/** Lines with their line ends; the last may lack one. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function hasOnlyLastUnended(lines: readonly string[]): boolean {
  return lines.slice(0, -1).every((line) => line.endsWith('\n'));
}
