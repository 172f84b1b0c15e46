import type { RepositoryPath } from '../shared/brand.ts';
import type { Unreadable } from './unreadable.ts';

/**
 * The bounds of what is parsed. In 584 issues since 2013 the largest had 41,000 characters, 516 lines, a line of 2,136,
 * indentation of 20, 3 markers before the text of a line, and 394 brackets.
 */
export const caps = {
  characters: 250_000,
  lines: 5_000,
  lineLength: 10_000,
  indent: 120,
  /** List and quotation markers before the text of one line. */
  nesting: 10,
  /** `[`, `]`, `(`, `<`, backticks and `&` in one file and in one line. */
  marks: 12_000,
  lineMarks: 500,
} as const;

const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/;
const marks = /[[\](<`&]/g;

/** What keeps a text from being parsed, with the first line that does; undefined where it is within all bounds. */
export function findOverCap(path: RepositoryPath, text: string): Unreadable | undefined {
  const over = (reason: Unreadable['reason'], line: number): Unreadable => ({ path, reason, line });
  if (text.includes('\0')) return over('binary', 1);
  if (text.length > caps.characters) return over('too-large', 1);
  const lines = text.split('\n');
  if (lines.length > caps.lines) return over('too-large', 1);
  let total = 0;
  for (const [index, line] of lines.entries()) {
    const lineMarks = countMarks(line);
    total += lineMarks;
    const reason = findReason(line, lineMarks, total);
    if (reason !== undefined) return over(reason, index + 1);
  }
  return undefined;
}

function countMarks(line: string): number {
  return line.match(marks)?.length ?? 0;
}

function findReason(line: string, lineMarks: number, total: number): Unreadable['reason'] | undefined {
  if (line.length > caps.lineLength) return 'line-too-long';
  if (lineMarks > caps.lineMarks || total > caps.marks) return 'too-many-marks';
  return isTooDeep(line) ? 'too-deep' : undefined;
}

function isTooDeep(line: string): boolean {
  const start = containers.exec(line)?.[0] ?? '';
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return indent > caps.indent || start.replace(/[\s\d]/g, '').length > caps.nesting;
}
