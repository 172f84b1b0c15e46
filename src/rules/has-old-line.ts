import type { Issue } from '../newsletter/issue.ts';

const known = new WeakMap<Issue, ReadonlySet<string>>();

/** Whether a line stood in an issue before, wherever and however indented. */
export function hasOldLine(base: Issue, line: string): boolean {
  const lines = known.get(base) ?? new Set(base.text.split('\n').map((old) => old.trim()));
  known.set(base, lines);
  return lines.has(line.trim());
}
