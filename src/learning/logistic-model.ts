import { HASH_SPACE } from './hash-text.ts';
import { shuffle } from './shuffle.ts';

/** What is known of one case: the numbers of its features, each of which it has or has not, and what became of it. */
export interface Case {
  readonly features: Int32Array;
  readonly isPositive: boolean;
  /** How much it counts; 1 is usual. */
  readonly weight: number;
}

/** A weight per feature of HASH_SPACE, and a bias. Plain data. */
export interface LogisticModel {
  readonly weights: Float64Array;
  readonly bias: number;
}

export interface FitSettings {
  /** How often each case is looked at. */
  readonly rounds: number;
  /** The length of a first step. */
  readonly step: number;
  /** How strongly weights are drawn to 0. */
  readonly decay: number;
}

/** How likely a case with these features is positive, between 0 and 1. */
export function predictLikelihood({ weights, bias }: LogisticModel, features: Int32Array): number {
  let sum = bias;
  for (const feature of features) sum += weights[feature] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

/** Fits a logistic regression by stochastic gradient descent with steps that shrink feature by feature (AdaGrad); the same for the same cases. */
export function fitLogistic(cases: readonly Case[], { rounds, step, decay }: FitSettings): LogisticModel {
  const weights = new Float64Array(HASH_SPACE);
  const squares = new Float64Array(HASH_SPACE).fill(1);
  const model = { weights, bias: 0 };
  const order = Int32Array.from({ length: cases.length }, (_, index) => index);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, round + 1);
    for (const index of order) {
      const example = cases[index];
      if (example === undefined) continue;
      const error = (predictLikelihood(model, example.features) - (example.isPositive ? 1 : 0)) * example.weight;
      model.bias -= (step / 10) * error;
      for (const feature of example.features) {
        const gradient = error + decay * (weights[feature] ?? 0);
        squares[feature] = (squares[feature] ?? 1) + gradient * gradient;
        weights[feature] = (weights[feature] ?? 0) - (step * gradient) / Math.sqrt(squares[feature]);
      }
    }
  }
  return model;
}
