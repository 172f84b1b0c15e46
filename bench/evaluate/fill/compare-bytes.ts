import type { Config } from '../../../src/config/schema.ts';
import type { PublishedWeek } from './read-weeks.ts';
import { renderWeek } from './render-week.ts';

/** How far the updates of a week are byte for byte as they were published, below the heading of their section. */
export type ByteMatch = 'equal' | 'equal in today’s form' | 'different';

/** Until 2025-06-11 the newsletter had a blank line below each sub-heading; without it is today's form, and nothing else is put aside. */
export function compareBytes(week: PublishedWeek, config: Config): ByteMatch {
  const published = week.published_markdown.rust_updates.replace(/^#.*\n/, '').trim();
  const rendered = renderWeek(week, config).updates.trim();
  if (published === rendered) return 'equal';
  return published.replace(/^(#### .*)\n\n/gm, '$1\n') === rendered ? 'equal in today’s form' : 'different';
}
