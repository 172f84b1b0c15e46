import { alignSequences, type Pair } from './align-sequences.ts';
import type { Issue } from './issue.ts';
import { squeeze } from './item-identity.ts';
import type { OutsideEdit } from './submission.ts';
import { countLines, getLine, splitLines, type TextLines } from './text-lines.ts';

interface Side {
  readonly lines: TextLines;
  /** The lines that belong to no item and are not blank. */
  readonly outside: readonly number[];
  readonly words: readonly string[];
}

/** The runs of lines outside items that differ, in the order of the head; white space alone is no difference. */
export function compareOutside(base: Issue | undefined, head: Issue | undefined): readonly OutsideEdit[] {
  const [before, after] = [toSide(base), toSide(head)];
  const end = { before: before.outside.length, after: after.outside.length };
  const edits: OutsideEdit[] = [];
  let from: Pair = { before: 0, after: 0 };
  for (const pair of [...alignSequences(before.words, after.words), end]) {
    const edit = toEdit(before, after, from, pair);
    if (edit !== undefined) edits.push(edit);
    from = { before: pair.before + 1, after: pair.after + 1 };
  }
  return edits;
}

function toSide(issue: Issue | undefined): Side {
  const lines = splitLines(issue?.text ?? '');
  const inItem = new Set<number>();
  for (const { items } of issue?.sections ?? []) {
    for (const { place } of items) for (let line = place.startLine; line <= place.endLine; line += 1) inItem.add(line);
  }
  const outside: number[] = [];
  const words: string[] = [];
  for (let line = 1; line <= countLines(lines); line += 1) {
    const text = inItem.has(line) ? '' : squeeze(getLine(lines, line));
    if (text === '') continue;
    outside.push(line);
    words.push(text);
  }
  return { lines, outside, words };
}

function toEdit(before: Side, after: Side, from: Pair, to: Pair): OutsideEdit | undefined {
  const removed = before.outside.slice(from.before, to.before);
  const added = after.outside.slice(from.after, to.after);
  if (removed.length === 0 && added.length === 0) return undefined;
  const above = Math.max(1, after.outside[from.after - 1] ?? 1);
  return {
    kind: removed.length === 0 ? 'added' : added.length === 0 ? 'removed' : 'changed',
    startLine: added[0] ?? above,
    endLine: added.at(-1) ?? above,
    before: removed.map((line) => getLine(before.lines, line)).join('\n'),
    after: added.map((line) => getLine(after.lines, line)).join('\n'),
  };
}
