import type { Opinions } from '../learning/combination.ts';
import type { LinearModel } from '../learning/linear-model.ts';
import { LinearTrainer } from '../learning/linear-trainer.ts';
import type { PlacedLink } from './placed-link.ts';
import type { SectionModel } from './section-model.ts';
import { type LinkVectors, readOpinions, toVectors } from './witnesses.ts';

/** How dear a mistake is to the linear models. */
const SLACK = 0.15;

/** A link counts half of one published so many days later. */
const HALF_LIFE = 730;

/** The witnesses are tried on the last so many days of the archive, but never before a third of its links. */
const TRIAL_DAYS = 3 * 365;

/**
 * Between two trials the linear models learn a little more. With fewer parts they are asked long after they learnt, and
 * are trusted less than they deserve once they have just learnt.
 */
const TRIAL_PARTS = 16;

/** How often the linear models look at each link: at first, between trials, and at the end. */
const ROUNDS = { first: 3, between: 1, last: 2 };

/** What came of a walk through time. */
export interface ModelWalk {
  /** The models at the end. */
  readonly title: LinearModel;
  readonly whole: LinearModel;
  /** What they said about links of the trials, by the index of the link, having seen only those before its part. */
  readonly said: ReadonlyMap<number, Opinions>;
}

/** How much a link counts that was published so many days ago. */
export function fade(days: number): number {
  return 0.5 ** (days / HALF_LIFE);
}

/** Trains the linear models part by part on links in the order of time, and asks them about each part before they see it. */
export function walkModels(
  placed: readonly PlacedLink[],
  vocabulary: SectionModel['vocabulary'],
  classes: number,
): ModelWalk {
  const vectors = placed.map((link) => toVectors(link, vocabulary));
  const train = (view: keyof LinkVectors): LinearTrainer =>
    new LinearTrainer(
      vectors.map((vector, at) => ({ vector: vector[view], label: placed[at]?.label ?? 0 })),
      { features: vocabulary[view].rarity.length, classes, slack: SLACK },
    );
  const trainers = { title: train('title'), whole: train('whole') };
  const fit = (count: number, day: number, rounds: number): void => {
    const weights = Float64Array.from(placed.slice(0, count), (link) => fade(day - link.day));
    trainers.title.fit(count, weights, rounds);
    trainers.whole.fit(count, weights, rounds);
  };
  const models = { title: trainers.title.model, whole: trainers.whole.model };
  const said = new Map<number, Opinions>();
  for (const { start, end, isFirst } of listParts(placed)) {
    fit(start, placed[start]?.day ?? 0, isFirst ? ROUNDS.first : ROUNDS.between);
    vectors.slice(start, end).forEach((vector, at) => said.set(start + at, readOpinions(models, vector)));
  }
  fit(placed.length, placed.at(-1)?.day ?? 0, ROUNDS.last);
  return { ...models, said };
}

/** The parts of the trials, each beginning with an issue. */
function listParts(placed: readonly PlacedLink[]): readonly { start: number; end: number; isFirst: boolean }[] {
  const lastDay = placed.at(-1)?.day ?? 0;
  const beginOfIssue = (at: number): number => placed.findIndex(({ day }) => day === placed[at]?.day);
  const since = placed.findIndex(({ day }) => day > lastDay - TRIAL_DAYS);
  const first = Math.max(since, Math.floor(placed.length / 3));
  const size = (placed.length - first) / TRIAL_PARTS;
  const starts = Array.from({ length: TRIAL_PARTS }, (_, part) => beginOfIssue(first + Math.floor(part * size)));
  const distinct = [...new Set(starts)].filter((start) => start > 0);
  return distinct.map((start, part) => ({ start, end: distinct[part + 1] ?? placed.length, isFirst: part === 0 }));
}
