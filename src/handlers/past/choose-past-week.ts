import type { KeptWeekName, PastIssue } from '../../ports/past-weeks.ts';

/** After so many vain tries a week is left out, until the process starts anew. */
const MAX_TRIES = 5;

/** The newest issues that are out, so many at most, one a day. */
export function listWantedIssues(
  issues: readonly PastIssue[],
  { count, today }: { readonly count: number; readonly today: string },
): readonly PastIssue[] {
  const byDay = new Map(issues.filter(({ issue }) => issue <= today).map((one) => [one.issue, one]));
  const newest = [...byDay.values()].toSorted((one, other) => (one.issue < other.issue ? 1 : -1));
  return newest.slice(0, count);
}

/** The newest issue whose week is not known in this manner; those that were tried in vain come after the others. */
export function choosePastWeek(
  wanted: readonly PastIssue[],
  known: readonly KeptWeekName[],
  { manner, countTries }: { readonly manner: string; readonly countTries: (issue: string) => number },
): PastIssue | undefined {
  const days = new Set(known.filter((week) => week.manner === manner).map(({ issue }) => issue));
  const unknown = wanted.filter(({ issue }) => !days.has(issue) && countTries(issue) < MAX_TRIES);
  return unknown.toSorted((one, other) => countTries(one.issue) - countTries(other.issue))[0];
}
