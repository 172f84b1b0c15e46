import type { SparseVector } from './sparse-vector.ts';

/** One weight per feature and class, side by side for the classes of a feature; a bias per class. Plain data. */
export interface LinearModel {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float64Array;
}

/** How much speaks for each class; comparable within one model only. */
export function scoreClasses({ classes, weights, bias }: LinearModel, vector: SparseVector): Float64Array {
  const scores = bias.slice();
  const { indices, values } = vector;
  for (let at = 0; at < indices.length; at += 1) {
    const start = (indices[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    for (let c = 0; c < classes; c += 1) scores[c] = (scores[c] ?? 0) + (weights[start + c] ?? 0) * value;
  }
  return scores;
}
