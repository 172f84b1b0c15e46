import { listNew, type Thread, type Week } from '../week.ts';
import { isInWindow } from '../window.ts';

/** A pull request that changed the folder of approved texts. */
export interface MergedRfc extends Thread {
  readonly mergedAt: string;
  /** Paths of files that it added. */
  readonly added: readonly string[];
}

/** What was approved in the week, newest first: what added a text to the folder. Corrections of old texts are no approval. */
export function modelApprovedRfcs(merged: readonly MergedRfc[], folder: string, week: Week): readonly Thread[] {
  const approved = merged
    .filter(({ mergedAt }) => isInWindow(week.window, mergedAt))
    .filter(({ added }) => added.some((path) => path.startsWith(`${folder}/`)));
  return listNew(approved, week, 'approved-rfcs').toSorted(
    (one, other) => Date.parse(other.mergedAt) - Date.parse(one.mergedAt) || other.number - one.number,
  );
}
