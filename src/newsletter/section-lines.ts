import { findBlocks, type LineKind } from './find-blocks.ts';
import type { SectionSpan } from './find-section.ts';
import type { Issue } from './issue.ts';
import { isContentLine } from './is-content-line.ts';
import { countLines, getLine, type TextLines } from './text-lines.ts';

/** Whole lines, 1-based, `end` exclusive. */
interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** What stands in a section, by lines. */
export interface SectionLines {
  /** Comments that share no line with anything else. */
  readonly comments: readonly LineSpan[];
  /** The line of a comment that no `-->` ends; undefined where all are closed. */
  readonly openComment: number | undefined;
  /** Sub-headings of the section. */
  readonly innerHeadings: readonly LineSpan[];
  /** The last line above the first sub-heading. */
  readonly ownEnd: number;
  /** Lines of text outside comments, in order. */
  readonly written: readonly { readonly line: number; readonly text: string; readonly kind: LineKind }[];
  readonly isBlank: (line: number) => boolean;
}

/** Reads the lines of a section of a parsed draft. */
export function readSectionLines(
  issue: Issue,
  lines: TextLines,
  { heading, inner, endLine }: SectionSpan,
): SectionLines {
  const { kinds, headings } = findBlocks(lines, issue.header.endLine);
  const own = issue.comments.filter(({ startLine }) => startLine > heading.line && startLine <= endLine);
  const isClosed = ({ endLine: last, endColumn }: (typeof own)[number]): boolean =>
    getLine(lines, last)
      .slice(0, endColumn - 1)
      .endsWith('-->');
  const isAlone = ({ startLine, startColumn, endLine: last, endColumn }: (typeof own)[number]): boolean =>
    getLine(lines, startLine)
      .slice(0, startColumn - 1)
      .trim() === '' &&
    getLine(lines, last)
      .slice(endColumn - 1)
      .trim() === '';
  const comments = own.filter(isAlone).map((comment) => ({ start: comment.startLine, end: comment.endLine + 1 }));
  const innerHeadings = inner.map(({ line }) => ({
    start: line,
    end: (headings.find((block) => block.line === line)?.endLine ?? line) + 1,
  }));
  const isApart = (line: number): boolean =>
    [...comments, ...innerHeadings].some(({ start, end }) => start <= line && line < end);
  const headingEnd = headings.find((block) => block.line === heading.line)?.endLine ?? heading.line;
  const written = Array.from({ length: endLine - headingEnd }, (_, index) => headingEnd + 1 + index)
    .map((line) => ({ line, text: getLine(lines, line), kind: kinds[line] ?? 'text' }))
    .filter(({ line, text }) => text.trim() !== '' && !isApart(line));
  return {
    comments,
    openComment: own.find((comment) => !isClosed(comment))?.startLine,
    innerHeadings,
    ownEnd: (innerHeadings[0]?.start ?? endLine + 1) - 1,
    written,
    isBlank: (line) => line <= countLines(lines) && getLine(lines, line).trim() === '',
  };
}

/**
 * Whether somebody has filled the section. What `isContentLine` says, and code, is content; other text is content only where
 * no comment of the template is left beside it.
 */
export function isFilled({ written, comments }: SectionLines): boolean {
  const isContent = ({ text, kind }: SectionLines['written'][number]): boolean =>
    kind === 'fenced' || isContentLine(text);
  return written.some(isContent) || (comments.length === 0 && written.length > 0);
}
