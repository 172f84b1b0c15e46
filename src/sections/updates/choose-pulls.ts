import type { UpdatesConfig } from '../../config/fill-schema.ts';
import type { MergedPull } from './merged-pull.ts';
import { isExcluded, type ScorePull } from './score-pull.ts';

/** A merged pull request that is offered; those that are ticked are listed. */
export interface OfferedPull {
  readonly pull: MergedPull;
  readonly isTicked: boolean;
}

/** How pull requests are ranked, and which of them people ticked. */
interface Ranking {
  readonly score: ScorePull;
  readonly isTicked: (pull: MergedPull) => boolean;
}

/**
 * What may be listed, the likeliest first within each repository. A repository that is listed in full gets as many as its likelihoods
 * add up to; of one with a shortlist twice the usual number is offered and the upper half ticked.
 * What people ticked is offered whatever its rank.
 */
export function choosePulls(
  pulls: readonly MergedPull[],
  config: UpdatesConfig,
  { score, isTicked }: Ranking,
): readonly OfferedPull[] {
  return config.repositories.flatMap(({ repository, usual, list }) => {
    const ranked = rankPulls(
      pulls.filter((pull) => pull.repository === repository),
      config,
      score,
    );
    const expected = Math.round(ranked.reduce((sum, { likelihood }) => sum + likelihood, 0));
    const [offered, ticked] = list === 'shortlist' ? [2 * usual, usual] : [expected, expected];
    return ranked.flatMap(({ pull }, rank) =>
      rank < offered || isTicked(pull) ? [{ pull, isTicked: rank < ticked }] : [],
    );
  });
}

interface RankedPull {
  readonly pull: MergedPull;
  readonly likelihood: number;
}

/** What is not ruled out, the likeliest first. */
function rankPulls(pulls: readonly MergedPull[], config: UpdatesConfig, score: ScorePull): readonly RankedPull[] {
  return pulls
    .filter((pull) => !isExcluded(pull, config))
    .map((pull) => ({ pull, likelihood: score(pull) }))
    .toSorted((one, other) => other.likelihood - one.likelihood || one.pull.number - other.pull.number);
}
