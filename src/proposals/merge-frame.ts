import { diff3Merge } from 'node-diff3';
import type { Sides } from './sides.ts';
import { isToken } from './split-content.ts';

/** Lines, and what could not be joined. */
export interface MergedFrame {
  readonly lines: readonly string[];
  /** Lines newly generated that an editor's stand in the way of. */
  readonly conflicts: readonly string[];
}

/** Joins two changes of the same lines: what only one side changed is changed, and where both did, the editors' stands. */
export function mergeFrame({ base, generated, branch }: Sides<readonly string[]>): MergedFrame {
  const lines: string[] = [];
  const conflicts: string[] = [];
  for (const { ok, conflict } of diff3Merge([...branch], [...base], [...generated], { excludeFalseConflicts: true })) {
    if (ok !== undefined) lines.push(...ok);
    if (conflict === undefined) continue;
    const { a: theirs, o: before, b: ours } = conflict;
    const lost = ours.filter((line) => line !== '' && ![...theirs, ...before, ...branch].includes(line));
    lines.push(...theirs);
    // Two additions at the same place do not contradict each other.
    if (before.every((line) => line === '')) lines.push(...lost);
    else conflicts.push(...lost.filter((line) => !isToken(line)));
  }
  return { lines, conflicts };
}
