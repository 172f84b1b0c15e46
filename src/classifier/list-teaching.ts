import type { PublishedLink } from '../archive/published-link.ts';
import { countDays } from './placed-link.ts';

/** What ran so many days before the last issue counts a seventh by now, and was sorted into other sections by other people. */
const MEMORY_DAYS = 2_000;

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
  return links.filter(({ section }, at) => sections.has(section) && (days[at] ?? 0) > since);
}
