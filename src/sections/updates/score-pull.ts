import type { UpdatesConfig } from '../../config/fill-schema.ts';
import type { MergedPull } from './merged-pull.ts';
import { getTitleStart } from './title-start.ts';

/** How likely editors list a merged pull request, between 0 and 1. */
export type ScorePull = (pull: MergedPull) => number;

/** By the configured rates: what a start was listed like in the past. */
export function scoreByRates({ pickRates }: UpdatesConfig): ScorePull {
  return ({ repository, title }) => {
    const rates = pickRates[repository] ?? {};
    return rates[getTitleStart(title)] ?? rates[''] ?? 0.5;
  };
}

/** Whether the configuration rules a title out. */
export function isExcluded(
  { repository, title }: Pick<MergedPull, 'repository' | 'title'>,
  config: UpdatesConfig,
): boolean {
  const start = title.toLowerCase();
  return config.excluded.some(
    ({ repository: only, starts }) =>
      (only === undefined || only === repository) && starts.some((word) => start.startsWith(word.toLowerCase())),
  );
}
