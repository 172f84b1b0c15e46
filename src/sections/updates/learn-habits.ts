import type { MergedRepository, TitleConfig } from '../../config/fill-schema.ts';
import { rewriteTitle } from './rewrite-title.ts';
import { otherHabits, type TitleHabits, usualHabits } from './title-habits.ts';

/** A title that was listed, and the text that it was listed with. */
export interface PastTitle {
  readonly title: string;
  readonly published: string;
  readonly heading: string;
  /** 0 for the week before the one that is filled. */
  readonly weeksAgo: number;
}

/** Habits last for months; older weeks are not looked at. */
const MEMORY = 16;
const HALF_LIFE = 6;
/** So many recent titles must speak for another habit than the usual one: a single one may be chance. */
const EVIDENCE = 1;

/** By which habits most of the recent titles of a repository become the text that was published. */
export function learnHabits(
  past: readonly PastTitle[],
  titles: TitleConfig,
  repository: MergedRepository,
): TitleHabits {
  const recent = past.filter(({ weeksAgo }) => weeksAgo < MEMORY);
  const count = (habits: TitleHabits): number =>
    recent.reduce((sum, one) => {
      const text = rewriteTitle(one.title, { titles, repository, heading: one.heading, habits });
      return isSame(text, one, repository) ? sum + 0.5 ** (one.weeksAgo / HALF_LIFE) : sum;
    }, 0);
  const start = { habits: usualHabits, count: count(usualHabits) };
  return otherHabits.reduce((known, others) => {
    const options = others.map((other) => ({ ...known.habits, ...other }));
    const counted = options.map((habits) => ({ habits, count: count(habits) }));
    const best = counted.toSorted((one, other) => other.count - one.count)[0];
    return best !== undefined && best.count - EVIDENCE > known.count ? best : known;
  }, start).habits;
}

/** Some weeks name the repository before each title, which no other week foretells. */
function isSame(text: string, { published, heading }: PastTitle, { repository }: MergedRepository): boolean {
  const names = [heading.toLowerCase(), repository.slice(repository.indexOf('/') + 1)];
  return text === published || names.some((name) => published === `${name}: ${text}`);
}
