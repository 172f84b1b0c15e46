import type { GroupConfig } from '../config/fill-schema.ts';
import { listNew, type Thread, type Week } from './week.ts';
import { isInWindow } from './window.ts';

/** A thread with a label. */
export interface LabelledThread extends Thread {
  /** Labels that it has now. */
  readonly labels: readonly string[];
  /** When it got which label, in any order. */
  readonly labelled: readonly { readonly label: string; readonly at: string }[];
}

/** Threads of one repository that are listed together. */
export interface ThreadGroup<Item> {
  readonly group: GroupConfig;
  readonly items: readonly Item[];
}

/**
 * By group what got a label in the week, the newest first: the time of the last such event decides, not what became of it
 * since. Groups without items stay, and are told as such.
 */
export function groupLabelled<Item extends LabelledThread>(
  threads: readonly Item[],
  { label, groups }: { readonly label: string; readonly groups: readonly GroupConfig[] },
  { week, section }: { readonly week: Week; readonly section: string },
): readonly ThreadGroup<Item>[] {
  const labelled = threads.flatMap((thread) => {
    const at = getLabelledAt(thread, label);
    return at !== undefined && isInWindow(week.window, at) ? [{ thread, at }] : [];
  });
  const sorted = labelled.toSorted(
    (one, other) => Date.parse(other.at) - Date.parse(one.at) || other.thread.number - one.thread.number,
  );
  const items = listNew(
    sorted.map(({ thread }) => thread),
    week,
    section,
  );
  return groups.map((group) => ({
    group,
    items: items.filter(({ repository }) => isSame(repository, group.repository)),
  }));
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function getLabelledAt({ labelled }: LabelledThread, label: string): string | undefined {
  return labelled
    .filter((event) => isSame(event.label, label))
    .map(({ at }) => at)
    .toSorted((one, other) => Date.parse(one) - Date.parse(other))
    .at(-1);
}
