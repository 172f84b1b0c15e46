import { toDay } from '../../src/shared/brand.ts';
import type { Week } from '../../src/sections/week.ts';

/** The week of the issue of 2026-03-04, without earlier issues. */
export function sampleWeek(changes: Partial<Week> = {}): Week {
  const issue = toDay('2026-03-04');
  if (issue === undefined) throw new Error('not a day');
  return {
    issue,
    window: { from: '2026-02-24T18:00:00Z', until: '2026-03-03T18:00:00Z' },
    earlier: {},
    earlierBodies: {},
    ...changes,
  };
}
