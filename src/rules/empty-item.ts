import type { TextEdit } from '../findings/finding.ts';
import type { Issue, Item } from '../newsletter/issue.ts';
import { defineRule, noOptions, type Problem } from './define-rule.ts';
import { judgeIssues } from './judge-issues.ts';

export const emptyItem = defineRule({
  id: 'empty-item',
  severity: 'error',
  summary: 'a list item without text',
  options: noOptions,
  needs: [],
  check: (context) =>
    judgeIssues(context, (issue) =>
      issue.sections.flatMap(({ name, items }) => items.flatMap((item) => checkItem(item, name, issue))),
    ),
});

function checkItem(item: Item, section: string, issue: Issue): readonly Problem[] {
  const below = item.children.flatMap((child) => checkItem(child, section, issue));
  if (item.entry.content.text !== '') return below;
  const isAlone = item.children.length === 0 && item.raw.trim() === item.bullet;
  return [
    {
      path: issue.path,
      place: item.bulletPlace,
      message: isAlone
        ? 'This list item has no text: take the line out.'
        : 'This list item has no text: say on its line what it is about, or take it out.',
      edits: isAlone ? [takeLineOut(item, issue.text)] : [],
      subject: section,
    },
    ...below,
  ];
}

/** With its line end; the last line of a file with the line end before it. */
function takeLineOut({ place }: Item, text: string): TextEdit {
  const lines = text.split('\n');
  const { startLine, endLine } = place;
  if (endLine < lines.length) return { startLine, startColumn: 1, endLine: endLine + 1, endColumn: 1, text: '' };
  const above = lines[startLine - 2] ?? '';
  return { ...place, startLine: startLine - 1, startColumn: above.length + 1, text: '' };
}
