import type { Place, PlacedText } from '../shared/place.ts';

/** A text cut at its line feeds. Offsets count UTF-16 units; ends exclude `\n` and a `\r` before it. */
export interface TextLines {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Cuts a text into lines as git and GitHub count them: at line feeds only. A text has one line more than line feeds. */
export function splitLines(text: string): TextLines {
  const starts = [0];
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    ends.push(text[at - 1] === '\r' && at - 1 >= (starts.at(-1) ?? 0) ? at - 1 : at);
    starts.push(at + 1);
  }
  ends.push(text.endsWith('\r') && text.length > (starts.at(-1) ?? 0) ? text.length - 1 : text.length);
  return { text, starts, ends };
}

/** The number of lines; the empty line after a final line feed counts. */
export function countLines(lines: TextLines): number {
  return lines.starts.length;
}

/** One line (1-based) without its line ending; '' beyond the text. */
export function getLine(lines: TextLines, line: number): string {
  return lines.text.slice(getLineStart(lines, line), getLineEnd(lines, line));
}

/** Offset of a line's first character. */
export function getLineStart(lines: TextLines, line: number): number {
  return lines.starts[line - 1] ?? lines.text.length;
}

/** Offset after a line's last character, its line ending excluded. */
export function getLineEnd(lines: TextLines, line: number): number {
  return lines.ends[line - 1] ?? lines.text.length;
}

/** The line (1-based) that holds an offset; a line ending belongs to the line it ends. */
export function getLineAt(lines: TextLines, offset: number): number {
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The place of the span from `start` to `end` (exclusive). */
export function toPlace(lines: TextLines, start: number, end: number): Place {
  const startLine = getLineAt(lines, start);
  const endLine = end > getLineEnd(lines, startLine) ? getLineAt(lines, end - 1) : startLine;
  return {
    startLine,
    startColumn: start - getLineStart(lines, startLine) + 1,
    endLine,
    endColumn: end - getLineStart(lines, endLine) + 1,
  };
}

/** The text of a span with its place. */
export function toPlacedText(lines: TextLines, start: number, end: number): PlacedText {
  return { text: lines.text.slice(start, end), place: toPlace(lines, start, end) };
}

/** The text of a span with its place, blanks at both ends left out; an all-blank span is an insertion point at its start. */
export function toTrimmedText(lines: TextLines, start: number, end: number): PlacedText {
  const text = lines.text.slice(start, end);
  const inner = text.trim();
  if (inner === '') return toPlacedText(lines, start, start);
  const from = start + text.indexOf(inner);
  return toPlacedText(lines, from, from + inner.length);
}
