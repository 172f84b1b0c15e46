import type { RepositoryPath } from '../shared/brand.ts';
import { isConflictMarker, makeSkeleton } from './block-skeleton.ts';
import { splitLines } from './text-lines.ts';
import type { Unreadable } from './unreadable.ts';

/**
 * The bounds of what is parsed. In brackets the most that any of the 584 issues since 2013 needed. Within these bounds
 * no text found so far takes longer than a second.
 */
export const caps = {
  /** [41,000] */
  characters: 250_000,
  /** [516] */
  lines: 5_000,
  /** [2,136] */
  lineLength: 10_000,
  /** [20] */
  indent: 100,
  /** List and quotation markers before the text of one line. [3] */
  nesting: 6,
  /** `[`, `]`, `(`, `<`, backticks and `&` in a file [1,370], and in one line [33]. */
  marks: 12_000,
  lineMarks: 500,
  /** What is left for the Markdown parser once the words are out: lines [244], characters [2,900]. */
  blockLines: 800,
  blockCharacters: 20_000,
  /** Markers beyond the first of a line in all those lines [11], and definitions of a reference [111]. */
  nestedMarkers: 100,
  definitions: 400,
  /** All files of a pull request together, before and after the change [9 issues: 14,000; 1,500,000]. */
  pullLines: 20_000,
  pullCharacters: 2_000_000,
} as const;

const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/;
const MARKS = /[[\](<`&]/g;

type Reason = Unreadable['reason'];

/** What keeps a text from being parsed, with the first line that does; undefined where it is within all bounds. */
export function findOverCap(path: RepositoryPath, text: string): Unreadable | undefined {
  const whole = findWholeReason(text);
  if (whole !== undefined) return { path, reason: whole, line: 1 };
  const over = findOverLine(text.split('\n')) ?? findOverBlock(text);
  return over && { path, ...over };
}

function findWholeReason(text: string): Reason | undefined {
  if (text.includes('\0')) return 'binary';
  // Git and GitHub would see one line, Markdown many.
  if (text.includes('\r') && !text.includes('\n')) return 'line-ends';
  return text.length > caps.characters ? 'too-large' : undefined;
}

function findOverLine(lines: readonly string[]): Omit<Unreadable, 'path'> | undefined {
  if (lines.length > caps.lines) return { reason: 'too-large', line: caps.lines };
  let total = 0;
  for (const [index, line] of lines.entries()) {
    const count = line.match(MARKS)?.length ?? 0;
    total += count;
    const reason = findLineReason(line, count, total);
    if (reason !== undefined) return { reason, line: index + 1 };
  }
  return undefined;
}

function findLineReason(line: string, count: number, total: number): Reason | undefined {
  if (line.length > caps.lineLength) return 'line-too-long';
  if (count > caps.lineMarks || total > caps.marks) return 'too-many-marks';
  const indent = line.length - line.trimStart().length;
  return (line.trim() !== '' && indent > caps.indent) || countMarkers(line) > caps.nesting ? 'too-deep' : undefined;
}

function countMarkers(line: string): number {
  if (isConflictMarker(line)) return 0;
  return (CONTAINERS.exec(line)?.[0] ?? '').replace(/[\s\d]/g, '').length;
}

/** Looks at what the Markdown parser would get. */
function findOverBlock(text: string): Omit<Unreadable, 'path'> | undefined {
  const skeleton = makeSkeleton(splitLines(text), 0);
  let [nested, definitions, characters] = [0, 0, 0];
  for (const [index, line] of skeleton.text.split('\n').entries()) {
    nested += Math.max(0, countMarkers(line) - 1);
    definitions += line.split(']:').length - 1;
    characters += line.length;
    const isOver = index >= caps.blockLines || characters > caps.blockCharacters || definitions > caps.definitions;
    if (isOver || nested > caps.nestedMarkers) {
      return { reason: isOver ? 'too-many-marks' : 'too-deep', line: skeleton.origin[index] ?? 1 };
    }
  }
  return undefined;
}
