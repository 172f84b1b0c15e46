import type { PublishedLink } from '../archive/published-link.ts';
import type { Outline } from '../newsletter/issue.ts';

/** What ran longer ago says little about today, and would only take time to learn. */
const MAX_YEARS = 6;

/**
 * The published links to learn from: those of the last years that ran in a section of today where items are links. What
 * ran under a heading that is no longer known teaches nothing about where to put a link now.
 */
export function chooseLessons<Link extends PublishedLink>(
  links: readonly Link[],
  { sections, grammars }: Outline,
): readonly Link[] {
  const names = new Set(sections.filter(({ region }) => grammars[region] === 'link').map(({ name }) => name));
  const known = links.filter(({ section }) => names.has(section));
  const latest = known.reduce((day, { date }) => (date > day ? date : day), '');
  const first = `${Number(latest.slice(0, 4)) - MAX_YEARS}${latest.slice(4)}`;
  return known.filter(({ date }) => date >= first);
}
