import type { LinearModel } from '../learning/linear-model.ts';
import { LinearTrainer } from '../learning/linear-trainer.ts';
import type { PlacedLink } from './placed-link.ts';
import { fade, type TrialPlan } from './plan-trials.ts';
import type { SectionModel } from './section-model.ts';
import { type LinkVectors, readOpinions } from './witnesses.ts';

/** How dear a mistake is to the linear models. */
const COST = 0.15;

/** How often the linear models look at each link: at first, between trials, and at the end. */
const ROUNDS = { first: 3, between: 1, last: 2 };

/** Published links in the order of time, as the linear models see them, and what is to be learnt about them. */
export interface Course {
  readonly placed: readonly PlacedLink[];
  readonly vectors: readonly LinkVectors[];
  readonly vocabulary: SectionModel['vocabulary'];
  readonly classes: number;
}

/**
 * Trains the linear models part by part, and asks them about each part before they see it: what they say is written into
 * the trials. Returns the models at the end.
 */
export function walkModels(
  { placed, vectors, vocabulary, classes }: Course,
  { parts, trials }: TrialPlan,
): { readonly title: LinearModel; readonly whole: LinearModel } {
  const train = (view: keyof LinkVectors): LinearTrainer =>
    new LinearTrainer(
      vectors.map((vector, at) => ({ vector: vector[view], label: placed[at]?.label ?? 0 })),
      { features: vocabulary[view].rarity.length, classes, cost: COST },
    );
  const trainers = { title: train('title'), whole: train('whole') };
  const fit = (count: number, day: number, rounds: number): void => {
    const weights = Float64Array.from(placed.slice(0, count), (link) => fade(day - link.day));
    trainers.title.fit(count, weights, rounds);
    trainers.whole.fit(count, weights, rounds);
  };
  const models = { title: trainers.title.model, whole: trainers.whole.model };
  parts.forEach(({ start, end }, part) => {
    fit(start, placed[start]?.day ?? 0, part === 0 ? ROUNDS.first : ROUNDS.between);
    vectors.slice(start, end).forEach((vector, at) => {
      const trial = trials.get(start + at);
      if (trial !== undefined) readOpinions(models, vector, trial.opinions);
    });
  });
  fit(placed.length, placed.at(-1)?.day ?? 0, ROUNDS.last);
  return models;
}
