import { describePulls, type WeekSources } from './describe-pulls.ts';
import type { ListedEntry, PastWeek } from './past-week.ts';

/** A past week as it is learnt from: what was merged in it, and what its issue lists. */
export function recordWeek(sources: WeekSources, listed: readonly ListedEntry[]): PastWeek {
  const merged = describePulls(sources).map((facts, index) => ({
    ...facts,
    number: sources.merged[index]?.number ?? 0,
  }));
  return { issue: sources.issue, merged, listed };
}
