import type { ThreadState } from '../state.ts';
import { readDiffLines } from './diff-lines.ts';

/** The lines of the new side that a suggestion in this thread would replace. */
export function getReplacedLines(thread: ThreadState): readonly string[] {
  const end = thread.originalLine;
  if (end === undefined || thread.side === 'LEFT') return [];
  const start = thread.originalStartLine ?? end;
  return readDiffLines(thread.diffHunk)
    .filter(({ kind, newLine }) => kind !== 'hunk' && newLine !== undefined && newLine >= start && newLine <= end)
    .map((line) => line.text);
}
