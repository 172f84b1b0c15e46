import { toProbabilities } from './probabilities.ts';

/** What one witness says about each class: larger where more speaks for it; undefined where it knows nothing. */
export type Opinion = Float64Array | undefined;

/** Opinions about one document, the witnesses always in the same order. */
export type Opinions = readonly Opinion[];

/** How far each witness is trusted. Plain data. */
export interface Combination {
  readonly classes: number;
  /** Per witness, one number for all classes. */
  readonly common: Float64Array;
  /** Per witness and class what is added to that; the classes of a witness side by side. */
  readonly own: Float64Array;
  /** What is added for each class whatever the witnesses say. */
  readonly bias: Float64Array;
}

/** A document of which is known what the witnesses said beforehand, and what turned out to be right. */
export interface Trial {
  readonly opinions: Opinions;
  readonly label: number;
  /** How much it counts. */
  readonly weight: number;
}

/**
 * The probability of each class, by all witnesses together.
 * @param sums where to write it
 */
export function combineOpinions(
  { classes, common, own, bias }: Combination,
  opinions: Opinions,
  sums: Float64Array = new Float64Array(classes),
): Float64Array {
  sums.set(bias);
  for (let witness = 0; witness < opinions.length; witness += 1) {
    const opinion = opinions[witness];
    if (opinion === undefined) continue;
    const trust = common[witness] ?? 0;
    for (let c = 0; c < classes; c += 1) {
      sums[c] = (sums[c] ?? 0) + (trust + (own[witness * classes + c] ?? 0)) * (opinion[c] ?? 0);
    }
  }
  return toProbabilities(sums);
}

/** A combination that trusts nobody. */
export function createCombination(witnesses: number, classes: number): Combination {
  return {
    classes,
    common: new Float64Array(witnesses),
    own: new Float64Array(witnesses * classes),
    bias: new Float64Array(classes),
  };
}
