import type { UpdatesConfig } from '../../config/fill-schema.ts';
import { compareText } from '../../shared/compare-text.ts';
import { redirectLinks } from '../../wording/redirect-links.ts';
import type { ShortlistEntry } from '../filled-section.ts';
import { type Bullet, renderLine } from '../render-line.ts';
import { listNew, toKey, type Week } from '../week.ts';
import { getDayBefore, isInWindow } from '../window.ts';
import { choosePulls } from './choose-pulls.ts';
import type { MergedPull } from './merged-pull.ts';
import { placePull } from './place-pull.ts';
import { rewriteTitle } from './rewrite-title.ts';
import type { ScorePull } from './score-pull.ts';
import type { TitleHabits } from './title-habits.ts';

/** What the section says. */
export interface Updates {
  /** How many pull requests were merged in all. */
  readonly count: number;
  /** Of their list. */
  readonly countUrl: string;
  /** What may be listed, by sub-heading in their order, then by text. */
  readonly entries: readonly ShortlistEntry[];
}

/** How editors choose and word. */
export interface Editing {
  readonly score: ScorePull;
  /** By repository; the usual ones for others. */
  readonly habits?: Readonly<Record<string, TitleHabits>> | undefined;
}

/** What was merged in the week, chosen, placed and worded. */
export function modelUpdates(
  facts: { readonly count: number; readonly merged: readonly MergedPull[] },
  config: UpdatesConfig,
  { week, bullet, score, habits = {} }: Editing & { readonly week: Week; readonly bullet: Bullet },
): Updates {
  const merged = facts.merged.filter(({ mergedAt }) => isInWindow(week.window, mergedAt));
  const isTicked = ({ url }: MergedPull): boolean => week.ticked?.has(redirectLinks(url)) === true;
  const offered = choosePulls(listNew(merged, week, 'updates'), config, { score, isTicked });
  const entries = offered.flatMap((one) => toEntry(one.pull, config, { isTicked: one.isTicked, habits, bullet }) ?? []);
  return { count: facts.count, countUrl: getCountUrl(week.issue, config), entries: sortEntries(entries, config) };
}

/** The days that the newsletter counts, which are calendar days and not the window. */
export function getCountedDays(
  issue: Week['issue'],
  { range }: Pick<UpdatesConfig, 'range'>,
): { from: string; until: string } {
  return { from: getDayBefore(issue, range.from), until: getDayBefore(issue, range.until) };
}

function getCountUrl(issue: Week['issue'], config: UpdatesConfig): string {
  const { from, until } = getCountedDays(issue, config);
  const query = `is%3Apr+org%3A${config.organisation}+is%3Amerged+merged%3A${from}..${until}`;
  return `https://github.com/search?q=${query}`;
}

interface Entering {
  readonly isTicked: boolean;
  readonly habits: Readonly<Record<string, TitleHabits | undefined>>;
  readonly bullet: Bullet;
}

function toEntry(pull: MergedPull, config: UpdatesConfig, entering: Entering): ShortlistEntry | undefined {
  const { isTicked, habits, bullet } = entering;
  const repository = config.repositories.find((one) => one.repository === pull.repository);
  if (repository === undefined) return undefined;
  const heading = placePull(pull, repository);
  const rules = { titles: config.titles, repository, heading };
  const known = habits[pull.repository];
  const text = rewriteTitle(pull.title, known === undefined ? rules : { ...rules, habits: known });
  return { key: toKey(pull), heading, line: renderLine(bullet, text, pull.url), isTicked };
}

/** Headings that are not among the configured ones come last. */
function sortEntries(entries: readonly ShortlistEntry[], { headings }: UpdatesConfig): readonly ShortlistEntry[] {
  const rank = ({ heading }: ShortlistEntry): number =>
    (headings.indexOf(heading) + headings.length + 1) % (headings.length + 1);
  return entries.toSorted(
    (one, other) =>
      rank(one) - rank(other) || compareText(one.heading, other.heading) || compareText(one.line, other.line),
  );
}
