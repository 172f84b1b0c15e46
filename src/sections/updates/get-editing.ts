import type { UpdatesConfig } from '../../config/fill-schema.ts';
import type { WeekSources } from './describe-pulls.ts';
import type { WeeksLesson } from './learn-weeks.ts';
import type { Editing } from './model.ts';
import { scoreByWeeks } from './score-by-weeks.ts';
import { scoreByRates } from './score-pull.ts';

/** What is known of past weeks. */
export interface PastWeeksKnown {
  /** undefined where none is known, or learning failed. */
  readonly lesson: WeeksLesson | undefined;
  /** How many are to be known one day; 0 where none will be asked for. */
  readonly wanted: number;
}

/** How editors choose and word: as they did in past weeks, as far as those are known, else by the configuration. */
export function getEditing(config: UpdatesConfig, past: PastWeeksKnown | undefined, sources: WeekSources): Editing {
  const { picks, titles } = past?.lesson ?? {};
  return { score: picks === undefined ? scoreByRates(config) : scoreByWeeks(picks, sources), habits: titles };
}

/** One sentence about how the list was ranked. */
export function renderRanking({ lesson, wanted }: PastWeeksKnown): string {
  const weeks = lesson?.weeks ?? 0;
  if (lesson?.picks !== undefined) return `Ranked by what the editors listed in ${weeks} past weeks.`;
  return wanted === 0
    ? 'Ranked by the configured rates.'
    : `Ranked by the configured rates: ${weeks} of ${wanted} past weeks are known.`;
}
