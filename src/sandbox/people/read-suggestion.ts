/** The lines a comment suggests instead of those it stands on; undefined when it suggests nothing. */
export function readSuggestion(body: string): readonly string[] | undefined {
  const lines = body.split(/\r?\n/);
  const start = lines.findIndex((line) => /^ {0,3}(`{3,}|~{3,})\s*suggestion\b/.test(line));
  if (start < 0) return undefined;
  const fence = /(`{3,}|~{3,})/.exec(lines[start] ?? '')?.[1] ?? '```';
  const length = lines.slice(start + 1).findIndex((line) => isClosing(line, fence));
  return length < 0 ? lines.slice(start + 1) : lines.slice(start + 1, start + 1 + length);
}

function isClosing(line: string, fence: string): boolean {
  const mark = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(line)?.[1];
  return mark?.startsWith(fence) === true;
}

/** One replacement of whole lines, counted from 1. */
export interface Replacement {
  readonly first: number;
  readonly last: number;
  readonly lines: readonly string[];
}

/** Applies replacements from the bottom up; of two that overlap, only the lower one. */
export function replaceLines(text: string, replacements: readonly Replacement[]): string {
  const lines = text.split('\n');
  let untouched = Infinity;
  for (const { first, last, lines: others } of replacements.toSorted((one, other) => other.last - one.last)) {
    if (last >= untouched) continue;
    const end = lines[last - 1]?.endsWith('\r') === true ? '\r' : '';
    lines.splice(first - 1, last - first + 1, ...others.map((line) => line + end));
    untouched = first;
  }
  return lines.join('\n');
}
