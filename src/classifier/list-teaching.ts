import type { PublishedLink } from '../archive/published-link.ts';
import { countDays } from './placed-link.ts';

/** What ran so many days before the last issue counts a seventh by now, and was sorted into other sections by other people. */
const MEMORY_DAYS = 2_000;

/** Nobody learns from fewer what belongs in a section; in one that only heads others, something stands now and then. */
const MIN_LINKS = 20;

/**
 * The links of an archive that teach where links belong today.
 * @param sections the names of today's sections that take links
 */
export function listTeaching<Link extends PublishedLink>(
  links: readonly Link[],
  sections: ReadonlySet<string>,
): readonly Link[] {
  const days = links.map(({ date }) => countDays(date));
  const since = days.reduce((last, day) => Math.max(last, day), 0) - MEMORY_DAYS;
  const recent = links.filter(({ section }, at) => sections.has(section) && (days[at] ?? 0) > since);
  const bySection = Map.groupBy(recent, ({ section }) => section);
  return recent.filter(({ section }) => (bySection.get(section)?.length ?? 0) >= MIN_LINKS);
}
