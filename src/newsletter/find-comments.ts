import type { Place } from '../shared/place.ts';
import type { LineKind } from './find-blocks.ts';
import { countLines, getLineAt, getLineEnd, toPlace, type TextLines } from './text-lines.ts';

/** Finds the HTML comments of a text: those that stand for themselves, and those within a line of text. */
export function findComments(lines: TextLines, kinds: readonly LineKind[]): readonly Place[] {
  const comments: Place[] = [];
  for (let at = lines.text.indexOf('<!--'); at >= 0;) {
    const end = findEnd(lines, kinds, at);
    if (end !== undefined) comments.push(toPlace(lines, at, end));
    at = lines.text.indexOf('<!--', end ?? at + 4);
  }
  return comments;
}

function findEnd(lines: TextLines, kinds: readonly LineKind[], start: number): number | undefined {
  const line = getLineAt(lines, start);
  const kind = kinds[line];
  if (kind === 'code' || kind === 'fenced' || lines.text[start - 1] === '`') return undefined;
  const close = lines.text.indexOf('-->', start + 2);
  const last = kind === 'html' ? lastHtmlLine(lines, kinds, line) : line;
  const limit = getLineEnd(lines, last);
  if (close >= 0 && close < limit) return close + 3;
  return kind === 'html' ? limit : undefined;
}

function lastHtmlLine(lines: TextLines, kinds: readonly LineKind[], line: number): number {
  let last = line;
  while (last < countLines(lines) && kinds[last + 1] === 'html') last += 1;
  return last;
}
