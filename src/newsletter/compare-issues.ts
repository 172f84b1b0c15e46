import { compareItems } from './compare-items.ts';
import { compareOutside } from './compare-outside.ts';
import type { Issue } from './issue.ts';
import type { ItemChange, OutsideEdit } from './submission.ts';

/** What became of an issue: its items, and the lines that belong to none. */
export interface IssueChanges {
  readonly changes: readonly ItemChange[];
  readonly outside: readonly OutsideEdit[];
}

/** Compares two states of one issue as editors think; undefined where the file did not or does not exist. */
export function compareIssues(base: Issue | undefined, head: Issue | undefined): IssueChanges {
  return { changes: compareItems(base, head), outside: compareOutside(base, head) };
}
