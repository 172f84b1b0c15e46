import type { UpdatesConfig } from '../../config/fill-schema.ts';
import type { LogisticModel } from '../../learning/logistic-model.ts';
import { toKey } from '../week.ts';
import { learnHabits, type PastTitle } from './learn-habits.ts';
import type { ListedEntry, PastWeek } from './past-week.ts';
import { getPullFeatures } from './pull-features.ts';
import { isExcluded } from './score-pull.ts';
import type { TitleHabits } from './title-habits.ts';
import { type PastPull, trainPicks } from './train-picks.ts';

/** What past weeks teach about the updates of the next issue. Plain data. */
export interface WeeksLesson {
  /** So many weeks taught it: those whose issue lists what was merged. */
  readonly weeks: number;
  /** Tells how likely a pull request is listed; undefined where too few weeks are known. */
  readonly picks: LogisticModel | undefined;
  /** How titles are reworded, by repository. */
  readonly titles: Readonly<Record<string, TitleHabits>>;
}

/** From so many weeks on the model finds more of what editors listed than the configured rates do (docs/evaluations.md). */
const ENOUGH_WEEKS = 4;

const WEEK = 7 * 86_400_000;

/** Learns from weeks before the one of an issue, in any order; those that are not before it are left out. */
export function learnWeeks(past: readonly PastWeek[], config: UpdatesConfig, issue: string): WeeksLesson {
  const weeks = past.filter((week) => week.issue < issue && week.merged.length > 0 && week.listed.length > 0);
  const listed = new Map(weeks.flatMap((week) => week.listed.map((entry) => [entry.key, entry] as const)));
  const merged = weeks.flatMap(({ issue: of, merged: pulls }) => {
    const weeksAgo = Math.max(0, Math.round((Date.parse(issue) - Date.parse(of)) / WEEK) - 1);
    return pulls.map((pull) => ({ pull, weeksAgo, entry: listed.get(toKey(pull)) }));
  });
  const titles = config.repositories.map((repository) => {
    const ofIt = merged.filter(({ pull }) => pull.repository === repository.repository).flatMap(toTitle);
    return [repository.repository, learnHabits(ofIt, config.titles, repository)] as const;
  });
  const pulls = weeks.length < ENOUGH_WEEKS ? undefined : merged.filter(({ pull }) => !isExcluded(pull, config));
  return {
    weeks: weeks.length,
    picks: pulls && trainPicks(pulls.map(toPastPull)),
    titles: Object.fromEntries(titles),
  };
}

/**
 * A merged pull request beside its entry. The days that editors count are not quite the week between two cuts, so that the entry may
 * stand in the issue before or after: wherever it stands, it was picked.
 */
interface Judged {
  readonly pull: PastWeek['merged'][number];
  readonly weeksAgo: number;
  readonly entry: ListedEntry | undefined;
}

function toPastPull({ pull, weeksAgo, entry }: Judged): PastPull {
  return { features: getPullFeatures(pull), isPicked: entry !== undefined, weeksAgo };
}

function toTitle({ pull, weeksAgo, entry }: Judged): readonly PastTitle[] {
  if (entry?.text === undefined) return [];
  return [{ title: pull.title, published: entry.text, heading: entry.heading, weeksAgo }];
}
