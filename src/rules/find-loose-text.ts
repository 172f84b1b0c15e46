import type { Grammar } from '../config/schema.ts';
import { isConflictMarker } from '../newsletter/block-skeleton.ts';
import type { Issue } from '../newsletter/issue.ts';
import type { OutsideEdit, SubmittedFile } from '../newsletter/submission.ts';
import type { Problem, RuleContext } from './define-rule.ts';
import { hasOldLine } from './has-old-line.ts';

/** A new paragraph where items stand, which is none. */
export interface LooseParagraph {
  readonly path: Problem['path'];
  /** Its new lines, at least one, as they stand one below the other. */
  readonly lines: readonly LooseLine[];
  /** What stood in its place; empty where nothing did. */
  readonly before: string;
}

export interface LooseLine {
  readonly number: number;
  readonly text: string;
}

/**
 * What a submission writes between the items of a kind. Headings, quotations of more than a link, code, HTML, and addresses of
 * links that stand elsewhere are not meant. Editors write what they like.
 */
export function findLooseText({ submission, author, config }: RuleContext, wanted: Grammar): readonly LooseParagraph[] {
  if (author.permission === 'write') return [];
  const isWanted = (region: string): boolean => config.grammars[region] === wanted;
  return submission.files.filter(({ role }) => role === 'draft').flatMap((file) => findInFile(file, isWanted));
}

/** The first address in a text; undefined where there is none. */
export function findAddress(text: string): string | undefined {
  return /https?:\/\/[^\s<>()[\]"`]{1,2000}/i.exec(text)?.[0];
}

function findInFile(
  { path, base, head, outside }: SubmittedFile,
  isWanted: (region: string) => boolean,
): readonly LooseParagraph[] {
  const edits = outside.filter(({ kind }) => kind !== 'removed');
  if (head === undefined || base === undefined || edits.length === 0) return [];
  const lines = head.text.split('\n').map((line) => line.trimEnd());
  const isOpen = findOpenLines(head, isWanted);
  const isLoose = ({ number, text }: LooseLine): boolean => isOpen(number) && isText(text) && !hasOldLine(base, text);
  return edits.flatMap((edit) => {
    const loose = readLines(lines, edit).filter(isLoose);
    return joinNeighbours(loose).map((paragraph) => ({ path, lines: paragraph, before: edit.before }));
  });
}

function readLines(lines: readonly string[], { startLine, endLine }: OutsideEdit): readonly LooseLine[] {
  return lines.slice(startLine - 1, endLine).map((text, index) => ({ number: startLine + index, text }));
}

function joinNeighbours(lines: readonly LooseLine[]): readonly (readonly LooseLine[])[] {
  const paragraphs: LooseLine[][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open !== undefined && open.at(-1)?.number === line.number - 1) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

function isText(line: string): boolean {
  const text = line.trim();
  if (isConflictMarker(line) || !/[\p{L}\p{N}]/u.test(text)) return false;
  return !/^(?:[#|]|>(?!\s*(?:[-*+]\s+)?\[[^\]]{1,200}\]\()|`{3}|~{3}|<(?!https?:)|!\[|\[[^\]]{1,100}\]:)/i.test(text);
}

/** Whether a line stands where items of the wanted kind do, but in no item and no comment. */
function findOpenLines(
  { sections, comments }: Issue,
  isWanted: (region: string) => boolean,
): (line: number) => boolean {
  const open = sections.filter(({ region }) => isWanted(region));
  const taken = [...open.flatMap(({ items }) => items.map(({ place }) => place)), ...comments];
  return (line) =>
    open.some((section) => section.line < line && line <= section.endLine) &&
    !taken.some(({ startLine, endLine }) => startLine <= line && line <= endLine);
}
