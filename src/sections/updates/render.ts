import type { UpdatesConfig } from '../../config/fill-schema.ts';
import type { Updates } from './model.ts';

/** The section's body: the count, then what is ticked below its sub-headings, without blank lines below them. */
export function renderUpdates({ count, countUrl, entries }: Updates, { intro }: UpdatesConfig): string {
  const ticked = entries.filter(({ isTicked }) => isTicked);
  const headings = [...new Set(ticked.map(({ heading }) => heading))];
  const lists = headings.map((heading) => {
    const lines = ticked.filter((entry) => entry.heading === heading).map(({ line }) => line);
    return [`#### ${heading}`, ...lines].join('\n');
  });
  return [intro.replace('{count}', String(count)).replace('{url}', countUrl), ...lists].join('\n\n');
}
