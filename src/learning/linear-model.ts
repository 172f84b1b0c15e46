import type { SparseVector } from './sparse-vector.ts';

/** One weight per feature and class, side by side for the classes of a feature; a bias per class. Plain data. */
export interface LinearModel {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float64Array;
}

/**
 * How much speaks for each class; comparable within one model only.
 * @param scores where to write it
 */
export function scoreClasses(
  { classes, weights, bias }: LinearModel,
  { indices, values }: SparseVector,
  scores: Float64Array = new Float64Array(classes),
): Float64Array {
  // Four sums at a time need not wait for each other. Typed arrays do not take those beyond the last class.
  for (let c = 0; c < classes; c += 4) {
    let [one, two, three, four] = [0, 0, 0, 0];
    for (let at = 0; at < indices.length; at += 1) {
      const place = (indices[at] ?? 0) * classes + c;
      const value = values[at] ?? 0;
      one += (weights[place] ?? 0) * value;
      two += (weights[place + 1] ?? 0) * value;
      three += (weights[place + 2] ?? 0) * value;
      four += (weights[place + 3] ?? 0) * value;
    }
    scores[c] = one + (bias[c] ?? 0);
    scores[c + 1] = two + (bias[c + 1] ?? 0);
    scores[c + 2] = three + (bias[c + 2] ?? 0);
    scores[c + 3] = four + (bias[c + 3] ?? 0);
  }
  return scores;
}
