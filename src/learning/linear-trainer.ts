import { HASH_SPACE } from './hash-text.ts';
import { type LinearModel, scoreClasses } from './linear-model.ts';
import { shuffle } from './shuffle.ts';
import type { SparseVector } from './sparse-vector.ts';

/** What is known of one document. */
export interface Example {
  readonly vector: SparseVector;
  /** Its class, from 0. */
  readonly label: number;
}

/**
 * Trains linear support vector machines, one per class against the others, with squared hinge loss: the dual coordinate
 * descent of Hsieh et al. (2008), the algorithm of LIBLINEAR. The examples stand in the order of time; `fit` may be
 * called again with more of them and goes on from where it was, so that a walk through time costs little more than its
 * end.
 */
export class LinearTrainer {
  readonly #examples: readonly Example[];
  readonly #model: LinearModel;
  /** The dual variables, one per example and class; those of `fit`'s later examples are 0 until their time comes. */
  readonly #duals: Float64Array;
  readonly #norms: Float64Array;
  readonly #slack: number;
  readonly #step: Float64Array;

  /** @param slack how dear a mistake is; larger follows the examples more closely */
  constructor(examples: readonly Example[], classes: number, slack: number) {
    this.#examples = examples;
    this.#model = {
      classes,
      weights: new Float32Array(HASH_SPACE * classes),
      bias: new Float64Array(classes),
    };
    this.#duals = new Float64Array(examples.length * classes);
    this.#norms = Float64Array.from(examples, ({ vector }) => vector.values.reduce((sum, v) => sum + v * v, 1));
    this.#slack = slack;
    this.#step = new Float64Array(classes);
  }

  /**
   * Learns from the first `count` examples.
   * @param weights how much each of them counts
   * @param rounds how often each is looked at
   */
  fit(count: number, weights: Float64Array, rounds: number): void {
    const order = Int32Array.from({ length: count }, (_, index) => index);
    for (let round = 0; round < rounds; round += 1) {
      shuffle(order, round + 1);
      for (const index of order) this.#look(index, weights[index] ?? 0);
    }
  }

  /** What is learnt so far; later fits change it. */
  get model(): LinearModel {
    return this.#model;
  }

  #look(index: number, weight: number): void {
    const example = this.#examples[index];
    if (example === undefined || weight <= 0) return;
    const { classes, bias } = this.#model;
    const softness = 1 / (2 * this.#slack * weight);
    const scores = scoreClasses(this.#model, example.vector);
    let isChanged = false;
    for (let c = 0; c < classes; c += 1) {
      const sign = example.label === c ? 1 : -1;
      const at = index * classes + c;
      const dual = this.#duals[at] ?? 0;
      const gradient = sign * (scores[c] ?? 0) - 1 + softness * dual;
      const next = Math.max(0, dual - gradient / ((this.#norms[index] ?? 1) + softness));
      this.#duals[at] = next;
      this.#step[c] = (next - dual) * sign;
      bias[c] = (bias[c] ?? 0) + (next - dual) * sign;
      isChanged ||= next !== dual;
    }
    if (isChanged) this.#move(example.vector);
  }

  #move({ indices, values }: SparseVector): void {
    const { classes, weights } = this.#model;
    for (let at = 0; at < indices.length; at += 1) {
      const start = (indices[at] ?? 0) * classes;
      const value = values[at] ?? 0;
      for (let c = 0; c < classes; c += 1) {
        weights[start + c] = (weights[start + c] ?? 0) + (this.#step[c] ?? 0) * value;
      }
    }
  }
}
