import type { KeptWeek, PastWeekStore } from '../../ports/past-weeks.ts';

/** A week of 700 pull requests takes some 60 kilobytes, packed. */
const MOST_WEEKS = 53;

/**
 * Past weeks in memory. It holds so many newsletters and takes no other: if one made another forgotten, both would be asked for
 * over and over.
 */
export function createMemoryWeeks(newsletters: number): PastWeekStore {
  const kept = new Map<string, Map<string, KeptWeek>>();
  return {
    list: (newsletter) => Promise.resolve([...(kept.get(newsletter)?.values() ?? [])].map(toName)),
    read: (newsletter, issues) => Promise.resolve(issues.flatMap((issue) => kept.get(newsletter)?.get(issue) ?? [])),
    keep: (newsletter, week) => {
      const weeks = kept.get(newsletter) ?? new Map<string, KeptWeek>();
      const hasRoom = kept.has(newsletter) || kept.size < newsletters;
      if (!hasRoom || (!weeks.has(week.issue) && weeks.size >= MOST_WEEKS)) return Promise.resolve(false);
      kept.set(newsletter, weeks.set(week.issue, week));
      return Promise.resolve(true);
    },
    forget: (newsletter, before) => {
      const weeks = kept.get(newsletter);
      for (const issue of weeks?.keys() ?? []) if (issue < before) weeks?.delete(issue);
      return Promise.resolve();
    },
  };
}

function toName({ issue, manner }: KeptWeek) {
  return { issue, manner };
}
