import type { TextEdit } from '../findings/finding.ts';
import { MAX_SUGGESTED_LINES } from '../findings/suggestion.ts';
import type { Issue, Item } from '../newsletter/issue.ts';
import { findInsertionLines } from '../newsletter/read-drafts.ts';

/** The edits that bring an item to the end of a section; none where that is far, or where the draft has no such section. */
export function moveItem({ place, raw }: Item, issue: Issue, section: string): readonly TextEdit[] {
  const below = findInsertionLines(issue)[section];
  const lines = issue.text.split('\n');
  if (below === undefined || issue.text.includes('\r') || lines.length <= place.endLine) return [];
  const { startLine, endLine } = place;
  if (Math.max(below, endLine) - Math.min(below, startLine) >= MAX_SUGGESTED_LINES) return [];
  const endColumn = (lines[below - 1] ?? '').length + 1;
  return [
    { startLine, startColumn: 1, endLine: endLine + 1, endColumn: 1, text: '' },
    { startLine: below, startColumn: endColumn, endLine: below, endColumn, text: `\n${raw}` },
  ];
}
