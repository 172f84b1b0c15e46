import { type Combination, combineOpinions, type Trial } from './combination.ts';

/** How much surer or less sure a combination may be made; no more is looked at. */
const SHARPNESSES: readonly number[] = Array.from({ length: 41 }, (_, step) => 0.7 + step * 0.02);

/**
 * The same combination, made as sure as some trials bear out (temperature scaling, Guo et al. 2017): what it holds for
 * likeliest stays so, its probabilities move together. For trials that are more like the future than those that it was
 * learnt from; as it is where there are none.
 */
export function sharpenCombination(combination: Combination, trials: readonly Trial[]): Combination {
  const judged = trials.map(({ opinions, label }) => ({
    label,
    logarithms: combineOpinions(combination, opinions).map((chance) => Math.log(Math.max(chance, Number.MIN_VALUE))),
  }));
  let [best, least] = [1, Infinity];
  for (const sharpness of SHARPNESSES) {
    const loss = judged.reduce((sum, { label, logarithms }) => sum + measureLoss(logarithms, label, sharpness), 0);
    if (loss < least) [best, least] = [sharpness, loss];
  }
  return trials.length === 0 ? combination : scale(combination, best);
}

/** How much less than certain the right class was thought to be; a logarithm. */
function measureLoss(logarithms: Float64Array, label: number, sharpness: number): number {
  const total = logarithms.reduce((sum, logarithm) => sum + Math.exp(sharpness * logarithm), 0);
  return Math.log(total) - sharpness * (logarithms[label] ?? 0);
}

function scale({ classes, common, own, bias }: Combination, factor: number): Combination {
  const times = (values: Float64Array): Float64Array => values.map((value) => value * factor);
  return { classes, common: times(common), own: times(own), bias: times(bias) };
}
