import { compareText } from '../shared/compare-text.ts';
import { findOverCap } from './caps.ts';
import type { DraftText } from './changed-file.ts';
import type { Issue, Outline, Section } from './issue.ts';
import type { OpenDraft } from './open-draft.ts';
import { parseIssue } from './parse-issue.ts';
import { getLine, splitLines, type TextLines } from './text-lines.ts';

/**
 * The drafts, oldest first by the date of their header (those without one last), then by path. One over the caps is as
 * open as the others; only its lines are not known.
 */
export function readDrafts(drafts: readonly DraftText[], outline: Outline): readonly OpenDraft[] {
  return drafts
    .map((draft) => readDraft(draft, outline))
    .sort((left, right) => compareText(left.sortKey, right.sortKey))
    .map(({ open }) => open);
}

function readDraft(
  { path, text }: DraftText,
  outline: Outline,
): { readonly open: OpenDraft; readonly sortKey: string } {
  const isReadable = findOverCap(path, text) === undefined;
  const issue = isReadable ? parseIssue(path, text, outline) : undefined;
  const insertionLines = issue === undefined ? {} : findInsertionLines(issue);
  return { open: { path, insertionLines }, sortKey: `${issue?.header.date ?? '9'} ${path}` };
}

/** The line after which a new item of a section goes, by the section's name. */
export function findInsertionLines(issue: Issue): Readonly<Record<string, number>> {
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
