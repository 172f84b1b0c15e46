import { type Combination, combineOpinions, createCombination, type Trial } from './combination.ts';

const ROUNDS = 60;
const RATE = 0.1;
/** Keeps trust small where trials are few: what holds for one class only has to earn it more. */
const SHRINKAGE = { common: 1e-3, own: 1e-2, bias: 1e-3 };

/**
 * Learns whom to trust from trials: multinomial logistic regression, by Adam's gradient descent over all trials at once.
 * The probabilities that come of it are calibrated as far as the trials are like the future: their opinions must have
 * been given without knowledge of their labels.
 */
export function fitCombination(trials: readonly Trial[], witnesses: number, classes: number): Combination {
  const combination = createCombination(witnesses, classes);
  const descend = {
    common: createDescent(combination.common, SHRINKAGE.common),
    own: createDescent(combination.own, SHRINKAGE.own),
    bias: createDescent(combination.bias, SHRINKAGE.bias),
  };
  const total = trials.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const shares = trials.map((trial) => ({ ...trial, weight: trial.weight / total }));
  const errors = new Float64Array(classes);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const slope = createCombination(witnesses, classes);
    for (const trial of shares) addSlope(slope, combination, trial, errors);
    descend.common(slope.common, round);
    descend.own(slope.own, round);
    descend.bias(slope.bias, round);
  }
  return combination;
}

/** @param errors numbers by class that live as long as the call */
function addSlope(
  slope: Combination,
  combination: Combination,
  { opinions, label, weight: share }: Trial,
  errors: Float64Array,
): void {
  const { classes } = combination;
  combineOpinions(combination, opinions, errors);
  errors[label] = (errors[label] ?? 0) - 1;
  for (let c = 0; c < classes; c += 1) slope.bias[c] = (slope.bias[c] ?? 0) + share * (errors[c] ?? 0);
  for (let witness = 0; witness < opinions.length; witness += 1) {
    const opinion = opinions[witness];
    if (opinion === undefined) continue;
    let sum = 0;
    for (let c = 0; c < classes; c += 1) {
      const part = share * (errors[c] ?? 0) * (opinion[c] ?? 0);
      sum += part;
      slope.own[witness * classes + c] = (slope.own[witness * classes + c] ?? 0) + part;
    }
    slope.common[witness] = (slope.common[witness] ?? 0) + sum;
  }
}

/** Adam (Kingma and Ba 2015) on one array of parameters, which it changes in place. */
function createDescent(values: Float64Array, shrinkage: number): (slope: Float64Array, round: number) => void {
  const means = new Float64Array(values.length);
  const squares = new Float64Array(values.length);
  return (slope, round) => {
    for (let at = 0; at < values.length; at += 1) {
      const steep = (slope[at] ?? 0) + shrinkage * (values[at] ?? 0);
      const mean = 0.9 * (means[at] ?? 0) + 0.1 * steep;
      const square = 0.99 * (squares[at] ?? 0) + 0.01 * steep * steep;
      means[at] = mean;
      squares[at] = square;
      const step = mean / (1 - 0.9 ** round) / (Math.sqrt(square / (1 - 0.99 ** round)) + 1e-8);
      values[at] = (values[at] ?? 0) - RATE * step;
    }
  };
}
