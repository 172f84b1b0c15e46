import { diffIndices } from 'node-diff3';
import type { Sides } from './sides.ts';
import { isToken } from './split-content.ts';

/** Lines, and what could not be joined. */
export interface MergedFrame {
  readonly lines: readonly string[];
  /** Newly generated lines that are left out, since an editor's stand in their place. */
  readonly conflicts: readonly string[];
}

/** What one side has in the place of some lines, `end` exclusive. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Joins two changes of the same lines: what only one side changed is changed, and where both did, the editors' stands. */
export function mergeFrame({ base, generated, branch }: Sides<readonly string[]>): MergedFrame {
  const theirs = listChanges(base, branch);
  const changes = [...theirs];
  const conflicts: string[] = [];
  for (const change of listChanges(base, generated).flatMap(splitDeletion)) {
    const standing = theirs.filter((one) => isOverlap(one, change));
    const before = base.slice(change.start, change.end);
    const fresh = change.lines.filter((line) => line !== '' && ![...before, ...branch].includes(line));
    if (standing.length === 0) changes.push(change);
    // Two additions at the same place do not contradict each other.
    else if (before.every((line) => line === '')) changes.push({ start: change.end, end: change.end, lines: fresh });
    else conflicts.push(...fresh.filter((line) => !isToken(line)));
  }
  return { lines: apply(base, changes), conflicts };
}

function listChanges(from: readonly string[], to: readonly string[]): readonly Change[] {
  return diffIndices([...from], [...to]).map(({ buffer1: [start, length], buffer2Content }) => ({
    start,
    end: start + length,
    lines: buffer2Content,
  }));
}

/** Of lines that are taken out, an editor may have changed only some. */
function splitDeletion(change: Change): readonly Change[] {
  const { start, end, lines } = change;
  if (lines.length > 0) return [change];
  return Array.from({ length: end - start }, (_, at) => ({ start: start + at, end: start + at + 1, lines }));
}

function isOverlap(one: Change, other: Change): boolean {
  if (one.start === one.end && other.start === other.end) return one.start === other.start;
  return one.start < other.end && other.start < one.end;
}

/** At one place an addition stands above what replaces the lines there, and the editors' above the other. */
function apply(base: readonly string[], changes: readonly Change[]): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  for (const { start, end, lines: added } of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    lines.push(...base.slice(at, start), ...added);
    at = Math.max(at, end);
  }
  return [...lines, ...base.slice(at)];
}
