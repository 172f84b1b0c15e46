import { countLines, getLine, type TextLines } from './text-lines.ts';

/**
 * A short text with the same block structure: Markdown decides blocks by how lines begin, so the words are left out and
 * runs of like lines become one. It parses many times faster, and what is hostile in the words never reaches a parser.
 */
export interface BlockSkeleton {
  readonly text: string;
  /** The line (1-based) of the original that a line of the skeleton (0-based) stands for. */
  readonly origin: readonly number[];
}

interface Shape {
  /** The line with its words left out. */
  readonly short: string;
  readonly indent: number;
  /** It begins no block but a paragraph or list item and can end none. */
  readonly isPlain: boolean;
}

const CONTAINERS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+[ \t>]*)*/;
const BLOCK_START = /^(?:#|<|```|~~~|\[[^\]]*\]:|[-=_*+ \t]+$|(?:[-*+]|\d{1,9}[.)])$)/;
const HTML_END = /-->|\?>|\]\]>|<\/(?:script|pre|style|textarea)/i;
const LINE_BREAKERS = /[\r\u0000\ufeff]/g;

/** Whether git left this line in an unresolved conflict; to Markdown it would be a heading's underline or a quotation. */
export function isConflictMarker(line: string): boolean {
  return /^(?:<{7}|={7}|>{7}|\|{7})(?:[ \t\r]|$)/.test(line);
}

/** Leaves the words out of a text, lines up to `headerEnd` altogether. */
export function makeSkeleton(lines: TextLines, headerEnd: number): BlockSkeleton {
  const short: string[] = [];
  const origin: number[] = [];
  const total = countLines(lines);
  let run: { line: number; shape: Shape }[] = [];
  const keep = (line: number, shape: Shape): void => {
    short.push(shape.short);
    origin.push(line);
  };
  const flush = (): void => {
    for (const { line, shape } of thinOut(run)) keep(line, shape);
    run = [];
  };
  for (let line = headerEnd + 1; line <= total; line += 1) {
    const shape = shapeOf(getLine(lines, line).replace(LINE_BREAKERS, ' '));
    if (shape.isPlain) run.push({ line, shape });
    else {
      flush();
      keep(line, shape);
    }
  }
  flush();
  return { text: short.join('\n'), origin };
}

function shapeOf(line: string): Shape {
  if (isConflictMarker(line)) return { short: '', indent: 0, isPlain: false };
  const start = CONTAINERS.exec(line)?.[0] ?? '';
  const rest = line.slice(start.length);
  const indent = start.length - start.trimStart().length;
  const isPlain = rest.trim() !== '' && !start.includes('>') && !start.includes('\t') && !BLOCK_START.test(rest);
  if (isPlain && !HTML_END.test(rest)) return { short: `${start}x`, indent, isPlain };
  const short = isPlain ? `x ${HTML_END.exec(rest)?.[0] ?? ''}>` : shorten(rest);
  return { short: start + short, indent, isPlain: false };
}

/** The frequent beginnings of blocks without their words; the others stay as they are. */
function shorten(rest: string): string {
  if (/^#{1,6}[ \t]/.test(rest)) return rest.slice(0, rest.search(/[^#]/));
  if (/^<!--(?!-?>)/.test(rest)) {
    const close = rest.indexOf('-->', 4);
    if (close < 0 || close + 3 === rest.length) return close < 0 ? '<!--' : '<!-- -->';
  }
  if (/^([-_*])\1{3,}[ \t]*$/.test(rest)) return rest.slice(0, 3);
  return /^\[[\w.-]+\]:[ \t]*[^\s<"'()\\]+$/.test(rest) ? '[x]:x' : rest;
}

/** Of lines in a row that only continue a list or paragraph, the first, the last, and the last one's parents. */
function thinOut<Line extends { readonly shape: Shape }>(run: readonly Line[]): readonly Line[] {
  const first = run.findIndex(({ shape }) => shape.indent < 4);
  if (first < 0) return run;
  const kept: Line[] = [];
  let indent = Number.POSITIVE_INFINITY;
  for (let index = run.length - 1; index > first; index -= 1) {
    const line = run[index];
    if (line === undefined || line.shape.indent >= indent) continue;
    indent = line.shape.indent;
    kept.push(line);
  }
  const isAlike = kept.every(({ shape }) => shape.short === run[first]?.shape.short);
  return [...run.slice(0, first + 1), ...(isAlike ? [] : kept.reverse())];
}
