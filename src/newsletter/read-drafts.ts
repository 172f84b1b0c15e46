import { findOverCap } from './caps.ts';
import type { DraftText } from './changed-file.ts';
import type { Issue, Outline, Section } from './issue.ts';
import type { OpenDraft } from './open-draft.ts';
import { parseIssue } from './parse-issue.ts';
import { getLine, splitLines, type TextLines } from './text-lines.ts';

/** The drafts that can be read, oldest first by the date of their header (those without one last), then by path. */
export function readDrafts(drafts: readonly DraftText[], outline: Outline): readonly OpenDraft[] {
  return drafts
    .filter(({ path, text }) => findOverCap(path, text) === undefined)
    .map(({ path, text }) => parseIssue(path, text, outline))
    .sort((left, right) => compare(sortKey(left), sortKey(right)))
    .map((issue) => ({ path: issue.path, insertionLines: findInsertionLines(issue) }));
}

function sortKey({ header, path }: Issue): string {
  return `${header.date ?? '9'} ${path}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function findInsertionLines(issue: Issue): Readonly<Record<string, number>> {
  const lines = splitLines(issue.text);
  const known = issue.sections.filter(({ isKnown }) => isKnown);
  // Of two headings of one name the first counts, as for a reader who looks for the section.
  return Object.fromEntries(known.reverse().map((section) => [section.name, insertionLine(lines, section, issue)]));
}

/** Below the last item; in an empty section below the comment that says how items look, or below the heading. */
function insertionLine(lines: TextLines, section: Section, issue: Issue): number {
  const last = section.items.at(-1);
  if (last !== undefined) return last.place.endLine;
  const comments = issue.comments.filter(({ endLine }) => endLine > section.line && endLine <= section.endLine);
  const below = comments.at(-1)?.endLine ?? section.line;
  return /^[=-]+\s*$/.test(getLine(lines, below + 1)) ? below + 1 : below;
}
