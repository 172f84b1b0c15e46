import { fitLogistic, type LogisticModel } from '../../learning/logistic-model.ts';

/** A merged pull request of a past week, and whether its issue listed it. */
export interface PastPull {
  readonly features: Int32Array;
  readonly isPicked: boolean;
  /** 0 for the week before the one that is filled. */
  readonly weeksAgo: number;
}

/** After so many weeks what editors did counts half: their habits change. */
const HALF_LIFE = 8;

/** Learns from past weeks which merged pull requests editors list. */
export function trainPicks(past: readonly PastPull[]): LogisticModel {
  const cases = past.map(({ features, isPicked, weeksAgo }) => ({
    features,
    isPositive: isPicked,
    weight: 0.5 ** (weeksAgo / HALF_LIFE),
  }));
  return fitLogistic(cases, { rounds: 4, step: 0.1, decay: 0.002 });
}
