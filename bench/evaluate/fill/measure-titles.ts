import type { MergedRepository, UpdatesConfig } from '../../../src/config/fill-schema.ts';
import { learnHabits, type PastTitle } from '../../../src/sections/updates/learn-habits.ts';
import { rewriteTitle } from '../../../src/sections/updates/rewrite-title.ts';
import type { RecordedPull } from './read-merged.ts';

/** How many titles became exactly the text that was published. */
export interface TitleFigures {
  readonly entries: number;
  readonly exact: number;
  /** The same by the rules alone, whatever editors did before. */
  readonly unlearnt: number;
  readonly misses: readonly { readonly title: string; readonly ours: string; readonly published: string }[];
}

interface ListedTitle extends Omit<PastTitle, 'weeksAgo'> {
  readonly index: number;
  readonly week: string;
}

/**
 * Rewrites the titles of what was listed in some weeks, by the rules and by the habits of the weeks before each. The sub-heading is
 * known: placing is another question.
 */
export function measureTitles(
  pulls: readonly RecordedPull[],
  { from, until }: { readonly from: string; readonly until: string },
  config: UpdatesConfig,
): TitleFigures {
  const { titles } = config;
  const pairs = config.repositories.flatMap((repository) => {
    const listed = listTitles(pulls, repository);
    const weeks = [...new Set(listed.map(({ week }) => week))].filter((week) => week >= from && week <= until);
    return weeks.flatMap((week) => {
      const now = listed.filter((one) => one.week === week);
      const habits = learnHabits(listPast(listed, now[0]?.index ?? 0), titles, repository);
      return now.map(({ title, heading, published }) => {
        const rules = { titles, repository, heading };
        return { title, published, ours: rewriteTitle(title, { ...rules, habits }), plain: rewriteTitle(title, rules) };
      });
    });
  });
  const share = (text: 'ours' | 'plain'): number =>
    pairs.filter((pair) => pair[text] === pair.published).length / Math.max(1, pairs.length);
  const misses = pairs.filter(({ ours, published }) => ours !== published);
  return { entries: pairs.length, exact: share('ours'), unlearnt: share('plain'), misses };
}

/** What was listed of a repository, with the number of its week. */
function listTitles(pulls: readonly RecordedPull[], repository: MergedRepository): readonly ListedTitle[] {
  const weeks = [...new Set(pulls.map(({ week }) => week))];
  const numbers = new Map(weeks.map((week, index) => [week, index]));
  return pulls.flatMap(({ repo, week, picked, title, heading, published_text: published }) => {
    if (repo !== repository.repository || !picked || published === null) return [];
    return [{ title, published, heading: heading ?? repository.heading, week, index: numbers.get(week) ?? 0 }];
  });
}

/** Nothing of the week itself or after it. */
function listPast(listed: readonly ListedTitle[], index: number): readonly PastTitle[] {
  return listed.flatMap((one) => (one.index < index ? [{ ...one, weeksAgo: index - 1 - one.index }] : []));
}
