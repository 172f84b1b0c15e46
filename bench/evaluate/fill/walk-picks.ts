import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UpdatesConfig } from '../../../src/config/fill-schema.ts';
import { predictLikelihood } from '../../../src/learning/logistic-model.ts';
import type { PullFacts } from '../../../src/sections/updates/pull-facts.ts';
import { getPullFeatures } from '../../../src/sections/updates/pull-features.ts';
import { isExcluded } from '../../../src/sections/updates/score-pull.ts';
import { trainPicks } from '../../../src/sections/updates/train-picks.ts';
import type { RecordedPull } from './read-merged.ts';

/** Of all that the editors listed, how much is among as many, one and a half times and twice as many of the likeliest. */
export interface Recall {
  readonly atLength: number;
  readonly atOneAndAHalf: number;
  readonly atTwice: number;
  readonly listed: number;
}

/** By day the numbers that the triage log of that day speaks of. */
export type Triage = ReadonlyMap<string, ReadonlySet<number>>;

/** Ranks the pull requests of each week by a model that was trained on the weeks before it, and by nothing later. */
export function walkPicks(
  pulls: readonly RecordedPull[],
  { from, until }: { readonly from: string; readonly until: string },
  { config, triage }: { readonly config: UpdatesConfig; readonly triage: Triage },
): Recall {
  const weeks = [...new Set(pulls.map(({ week }) => week))];
  const known = pulls.map((pull) => ({
    pull,
    features: getPullFeatures(toFacts(pull, triage)),
    isRuledOut: isExcluded({ repository: pull.repo, title: pull.title }, config),
  }));
  const counts = [1, 1.5, 2].map(() => 0);
  let listed = 0;
  for (const [index, week] of weeks.entries()) {
    if (week < from || week > until) continue;
    const past = known.filter(({ pull, isRuledOut }) => pull.week < week && !isRuledOut);
    const model = trainPicks(
      past.map(({ pull, features }) => ({
        features,
        isPicked: pull.picked,
        weeksAgo: index - 1 - weeks.indexOf(pull.week),
      })),
    );
    const ranked = known
      .filter(({ pull }) => pull.week === week)
      .map(({ pull, features, isRuledOut }) => ({
        isPicked: pull.picked,
        likelihood: isRuledOut ? -1 : predictLikelihood(model, features),
      }))
      .toSorted((one, other) => other.likelihood - one.likelihood);
    const length = ranked.filter(({ isPicked }) => isPicked).length;
    listed += length;
    for (const [at, times] of [1, 1.5, 2].entries()) {
      const chosen = ranked.slice(0, Math.round(length * times));
      counts[at] = (counts[at] ?? 0) + chosen.filter(({ isPicked }) => isPicked).length;
    }
  }
  const [atLength = 0, atOneAndAHalf = 0, atTwice = 0] = counts.map((count) => count / Math.max(1, listed));
  return { atLength, atOneAndAHalf, atTwice, listed };
}

function toFacts(pull: RecordedPull, triage: Triage): PullFacts {
  return {
    repository: pull.repo,
    title: pull.title,
    branch: pull.branch ?? '',
    paths: pull.paths ?? [],
    changedFiles: pull.nfiles ?? pull.paths?.length ?? 0,
    bodyLength: pull.body_len ?? undefined,
    isUntold: pull.changelog_none ?? false,
    isInRollup: typeof pull.rollup === 'number',
    isInTriage: pull.repo === 'rust-lang/rust' && isInTriage(pull, triage),
  };
}

/** Only the log that is there when a draft is filled, the day before its issue. */
function isInTriage({ week, pr }: RecordedPull, triage: Triage): boolean {
  const first = new Date(Date.parse(week) - 9 * 86_400_000).toISOString().slice(0, 10);
  return [...triage].some(([day, numbers]) => day >= first && day < week && numbers.has(pr));
}

/** Reads the triage logs of a data folder. */
export async function readTriage(data: string): Promise<Triage> {
  const folder = join(data, 'sections', 'triage');
  const names = await readdir(folder);
  const logs = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      const numbers = [...text.matchAll(/(?:#|\/pull\/)(\d{5,9})\b/g)].map(([, number]) => Number(number));
      return [name.slice(0, 10), new Set(numbers)] as const;
    }),
  );
  return new Map(logs);
}
