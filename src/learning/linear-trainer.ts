import { type LinearModel, scoreClasses } from './linear-model.ts';
import { shuffle } from './shuffle.ts';
import type { SparseVector } from './vector-room.ts';

/** What is known of one document. */
export interface Example {
  readonly vector: SparseVector;
  /** Its class, from 0. */
  readonly label: number;
}

/** The sizes of what is to be learnt. */
export interface TrainerSettings {
  /** The numbers of features are below this. */
  readonly features: number;
  readonly classes: number;
  /** How dear a mistake is, LIBLINEAR’s C; larger follows the examples more closely. */
  readonly cost: number;
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
  readonly #cost: number;
  /** Two rows of numbers by class that live as long as one look. */
  readonly #scores: Float64Array;
  readonly #step: Float64Array;

  constructor(examples: readonly Example[], { features, classes, cost }: TrainerSettings) {
    this.#examples = examples;
    this.#model = {
      classes,
      weights: new Float32Array(features * classes),
      bias: new Float64Array(classes),
    };
    this.#duals = new Float64Array(examples.length * classes);
    this.#norms = Float64Array.from(examples, ({ vector }) => measureSquare(vector));
    this.#cost = cost;
    this.#scores = new Float64Array(classes);
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
    scoreClasses(this.#model, example.vector, this.#scores);
    if (this.#correct(index, example.label, 1 / (2 * this.#cost * weight))) this.#move(example.vector);
  }

  /** Moves the dual variables of an example to where they are best, and says whether any has changed. */
  #correct(index: number, label: number, softness: number): boolean {
    const [scores, step, duals, { classes, bias }] = [this.#scores, this.#step, this.#duals, this.#model];
    const curvature = (this.#norms[index] ?? 1) + softness;
    let isChanged = false;
    for (let c = 0; c < classes; c += 1) {
      const sign = label === c ? 1 : -1;
      const at = index * classes + c;
      const dual = duals[at] ?? 0;
      const next = Math.max(0, dual - (sign * (scores[c] ?? 0) - 1 + softness * dual) / curvature);
      const change = (next - dual) * sign;
      duals[at] = next;
      step[c] = change;
      bias[c] = (bias[c] ?? 0) + change;
      isChanged ||= change !== 0;
    }
    return isChanged;
  }

  #move({ indices, values, start, end }: SparseVector): void {
    const [step, { classes, weights }] = [this.#step, this.#model];
    for (let c = 0; c < classes; c += 1) {
      const change = step[c] ?? 0;
      if (change === 0) continue;
      for (let at = start; at < end; at += 1) {
        const place = (indices[at] ?? 0) * classes + c;
        weights[place] = (weights[place] ?? 0) + change * (values[at] ?? 0);
      }
    }
  }
}

/** The square of a vector's length, with the bias, which is a feature of value 1. */
function measureSquare({ values, start, end }: SparseVector): number {
  let sum = 1;
  for (let at = start; at < end; at += 1) sum += (values[at] ?? 0) ** 2;
  return sum;
}
