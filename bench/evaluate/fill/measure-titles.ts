import type { UpdatesConfig } from '../../../src/config/fill-schema.ts';
import { rewriteTitle } from '../../../src/sections/updates/rewrite-title.ts';
import type { RecordedPull } from './read-merged.ts';

/** How many titles became exactly the text that was published. */
export interface TitleFigures {
  readonly entries: number;
  readonly exact: number;
  readonly misses: readonly { readonly title: string; readonly ours: string; readonly published: string }[];
}

/** Rewrites the titles of what was listed in some weeks. The sub-heading is known: placing is another question. */
export function measureTitles(
  pulls: readonly RecordedPull[],
  { from, until }: { readonly from: string; readonly until: string },
  config: UpdatesConfig,
): TitleFigures {
  const listed = pulls.filter(({ week, picked }) => picked && week >= from && week <= until);
  const pairs = listed.flatMap(({ repo, title, heading, published_text: published }) => {
    const repository = config.repositories.find((one) => one.repository === repo);
    if (repository === undefined || published === null) return [];
    const rules = { titles: config.titles, repository, heading: heading ?? repository.heading };
    return [{ title, ours: rewriteTitle(title, rules), published }];
  });
  const misses = pairs.filter(({ ours, published }) => ours !== published);
  return { entries: pairs.length, exact: 1 - misses.length / Math.max(1, pairs.length), misses };
}
