import type { Issue } from '../newsletter/issue.ts';
import type { Place } from '../shared/place.ts';

/**
 * Lines that Markdown reads as one run of text: a heading, a list item, a paragraph. What is not for readers (comments,
 * bullets, marks of quotations) is blanked out, so columns are those of the file.
 */
export interface Prose {
  /** The line that the text starts at, 1-based. */
  readonly line: number;
  readonly text: string;
}

interface Scan {
  readonly found: Prose[];
  /** What closes the fenced code block that is open, if one is. */
  fence: Fence | undefined;
  run: string[];
  isInList: boolean;
}

interface Fence {
  readonly mark: string;
  readonly isQuoted: boolean;
}

const QUOTE = /^[ \t]*(?:>[ \t]?)+/;
const FENCE = /^[ \t]*(?:[-*+][ \t]+)?(`{3,}(?=[^`]*$)|~{3,})/;
const BULLET = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/;
const HEADING = /^ {0,3}#{1,6}(?=[ \t]|$)/;

/** Everything in an issue that readers see, in order; code blocks and the header are left out. */
export function listProse(issue: Issue): readonly Prose[] {
  const scan: Scan = { found: [], fence: undefined, run: [], isInList: false };
  const lines = blankComments(issue);
  for (const [index, line] of lines.entries()) {
    if (index >= issue.header.endLine) scanLine(scan, line, index + 1);
  }
  flush(scan, lines.length + 1);
  return scan.found;
}

/** The place of a span of offsets in a run of text; the span lies in one line. */
export function placeInProse({ line, text }: Prose, start: number, end: number): Place {
  const before = text.slice(0, start).split('\n');
  const startLine = line + before.length - 1;
  const startColumn = (before.at(-1) ?? '').length + 1;
  return { startLine, startColumn, endLine: startLine, endColumn: startColumn + end - start };
}

/** What identifies a run of text whatever line it stands on: its first address, or else its words. */
export function getProseSubject({ text }: Prose): string {
  return /\]\(([^()\s]+)\)/.exec(text)?.[1] ?? text.trim();
}

function scanLine(scan: Scan, line: string, number: number): void {
  const quote = QUOTE.exec(line)?.[0] ?? '';
  const text = ' '.repeat(quote.length) + line.slice(quote.length);
  if (isFenced(scan, text, quote !== '')) {
    flush(scan, number);
    return;
  }
  const bullet = BULLET.exec(text)?.[0];
  const isHeading = HEADING.test(text);
  if (text.trim() === '' || bullet !== undefined || isHeading) flush(scan, number);
  if (text.trim() === '') return;
  if (scan.run.length === 0) {
    scan.isInList = bullet !== undefined || (scan.isInList && /^[ \t]/.test(text));
    if (!scan.isInList && /^(?: {4}|\t)/.test(line)) return;
  }
  scan.run.push(bullet === undefined ? text : ' '.repeat(bullet.length) + text.slice(bullet.length));
  if (isHeading) flush(scan, number + 1);
}

/** Whether a line belongs to a fenced code block, its fences included. */
function isFenced(scan: Scan, text: string, isQuoted: boolean): boolean {
  const { fence } = scan;
  // A code block ends with the quotation it stands in.
  if (fence !== undefined && !(fence.isQuoted && !isQuoted)) {
    const end = text.trim();
    const isEnd = end.startsWith(fence.mark) && end.replaceAll(fence.mark.charAt(0), '') === '';
    if (isEnd) scan.fence = undefined;
    return true;
  }
  const mark = FENCE.exec(text)?.[1];
  scan.fence = mark === undefined ? undefined : { mark, isQuoted };
  return mark !== undefined;
}

/** Ends the run of text before a line. */
function flush(scan: Scan, line: number): void {
  if (scan.run.length > 0) scan.found.push({ line: line - scan.run.length, text: scan.run.join('\n') });
  scan.run = [];
}

function blankComments({ text, comments }: Issue): readonly string[] {
  const lines = text.replaceAll('\r', ' ').split('\n');
  for (const { startLine, startColumn, endLine, endColumn } of comments) {
    for (let line = startLine; line <= endLine; line += 1) {
      const old = lines[line - 1] ?? '';
      const from = line === startLine ? startColumn - 1 : 0;
      const to = line === endLine ? endColumn - 1 : old.length;
      lines[line - 1] = old.slice(0, from) + ' '.repeat(Math.max(0, to - from)) + old.slice(to);
    }
  }
  return lines;
}
