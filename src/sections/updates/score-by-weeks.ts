import { type LogisticModel, predictLikelihood } from '../../learning/logistic-model.ts';
import { toKey } from '../week.ts';
import { describePulls, type WeekSources } from './describe-pulls.ts';
import { getPullFeatures } from './pull-features.ts';
import type { ScorePull } from './score-pull.ts';

/** By a model of what editors listed in past weeks; for the pull requests of the week that it is given, 0 for others. */
export function scoreByWeeks(model: LogisticModel, sources: WeekSources): ScorePull {
  const facts = describePulls(sources);
  const scores = sources.merged.flatMap((pull, index) => {
    const known = facts[index];
    return known === undefined ? [] : [[toKey(pull), predictLikelihood(model, getPullFeatures(known))] as const];
  });
  const byKey = new Map(scores);
  return (pull) => byKey.get(toKey(pull)) ?? 0;
}
