import type { Config } from '../config/schema.ts';
import { compareText } from '../shared/compare-text.ts';
import { getDayEnd } from './zoned-day.ts';

/** Times of a cron pattern in a time zone; undefined where there is none, or the pattern is no pattern. */
export interface CronTimes {
  /** The last one before an instant. */
  readonly findLast: (pattern: string, timeZone: string, before: Date) => Date | undefined;
  /** The first one after an instant. */
  readonly findNext: (pattern: string, timeZone: string, after: Date) => Date | undefined;
}

/** Where an issue stands in its week. */
export type Due =
  | { readonly kind: 'too-early' }
  | { readonly kind: 'frozen' }
  /** `since`: when the sections were last due to be filled. */
  | { readonly kind: 'due'; readonly since: Date };

const DAY = 86_400_000;

/** Which scheduled time an issue's sections should have been filled at by now. */
export function findDue(date: string, now: Date, { proposal }: Pick<Config, 'proposal'>, times: CronTimes): Due {
  const { timeZone, fill, refresh, freeze } = proposal;
  const opens = times.findLast(fill, timeZone, getDayEnd(date, timeZone));
  if (opens === undefined || now < opens) return { kind: 'too-early' };
  const freezes = times.findNext(freeze, timeZone, opens);
  if (freezes !== undefined && now >= freezes) return { kind: 'frozen' };
  // A time that is just now has come.
  const soon = new Date(now.getTime() + 1);
  const due = refresh.flatMap((pattern) => times.findLast(pattern, timeZone, soon) ?? []);
  return { kind: 'due', since: new Date(Math.max(opens.getTime(), ...due.map((time) => time.getTime()))) };
}

/** After a longer pause, what happened before this is not listed any more. */
const LONGEST_WEEK = 35 * DAY;

/** The date of the previous issue: the newest known day before this one's, else a week before it. */
export function getPreviousDate(date: string, known: readonly string[]): string {
  const earliest = formatDay(Date.parse(date) - LONGEST_WEEK);
  const [newest] = known
    .filter((day) => day < date && day >= earliest)
    .toSorted((one, other) => compareText(other, one));
  return newest ?? formatDay(Date.parse(date) - 7 * DAY);
}

function formatDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
