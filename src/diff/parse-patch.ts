import type { Hunk, NoPatch, Patch, PatchLine } from './patch.ts';

const HEADER = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/;

/**
 * Reads a patch as GitHub's API gives it: hunks without a file header. Lines end at a line feed and nowhere else, so a
 * carriage return, form feed or U+2028 stays part of the text. An empty patch (a file renamed without a change, an
 * empty file) has no hunks. Never throws: `missing` where GitHub left the patch out, `unparsable` where the text is
 * not, or not all, of a patch.
 */
export function parsePatch(text: string | undefined): Patch | NoPatch {
  if (text === undefined) return 'missing';
  const rows = text.split('\n');
  if (rows.at(-1) === '') rows.pop();
  const hunks: Hunk[] = [];
  let row = 0;
  while (row < rows.length) {
    const found = readHunk(rows, row);
    if (found === undefined) return 'unparsable';
    hunks.push(found.hunk);
    row = found.nextRow;
  }
  return { hunks };
}

function readHunk(rows: readonly string[], headerRow: number): { hunk: Hunk; nextRow: number } | undefined {
  const header = HEADER.exec(rows[headerRow] ?? '');
  if (header === null) return undefined;
  const [, oldStart, oldLines = '1', newStart, newLines = '1'] = header;
  const size = { oldLines: Number(oldLines), newLines: Number(newLines) };
  const start = { oldStart: Number(oldStart), newStart: Number(newStart) };
  const body = readLines(rows, headerRow + 1, start, size);
  return body && { hunk: { ...start, ...size, lines: body.lines }, nextRow: body.nextRow };
}

interface Cursor {
  readonly oldStart: number;
  readonly newStart: number;
}

interface Size {
  readonly oldLines: number;
  readonly newLines: number;
}

/** Reads until the header's counts are met; undefined where they cannot be. */
function readLines(rows: readonly string[], firstRow: number, start: Cursor, size: Size) {
  const lines: PatchLine[] = [];
  const seen = { old: 0, new: 0 };
  let row = firstRow;
  while (seen.old < size.oldLines || seen.new < size.newLines) {
    const noNewline = rows[row + 1]?.startsWith('\\') === true;
    const line = toLine(rows[row], {
      oldLine: start.oldStart + seen.old,
      newLine: start.newStart + seen.new,
      noNewline,
    });
    if (line === undefined) return undefined;
    lines.push(line);
    if (line.kind !== 'added') seen.old += 1;
    if (line.kind !== 'removed') seen.new += 1;
    row += noNewline ? 2 : 1;
  }
  const isExact = seen.old === size.oldLines && seen.new === size.newLines;
  return isExact ? { lines, nextRow: row } : undefined;
}

function toLine(
  row: string | undefined,
  { oldLine, newLine, noNewline }: { oldLine: number; newLine: number; noNewline: boolean },
): PatchLine | undefined {
  if (row === undefined) return undefined;
  const text = row.slice(1);
  switch (row.charAt(0)) {
    case '+':
      return { kind: 'added', newLine, text, noNewline };
    case '-':
      return { kind: 'removed', oldLine, text, noNewline };
    case ' ':
    case '':
      // Some tools strip the blank of an empty context line.
      return { kind: 'context', oldLine, newLine, text, noNewline };
    default:
      return undefined;
  }
}
