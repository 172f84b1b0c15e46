import type { PublishedLink } from '../archive/published-link.ts';
import { type ClassMemory, createMemory } from '../learning/class-memory.ts';
import { combineOpinions } from '../learning/combination.ts';
import { fitCombination } from '../learning/fit-combination.ts';
import { sharpenCombination } from '../learning/sharpen-combination.ts';
import { learnVocabulary } from '../learning/sparse-vector.ts';
import { VectorRoom } from '../learning/vector-room.ts';
import { compareText } from '../shared/compare-text.ts';
import { chooseThreshold } from './choose-threshold.ts';
import { countPhrases } from './count-phrases.ts';
import { getHistoryKeys } from './history-keys.ts';
import { countDays, countLink, type PlacedLink, sortLinks } from './placed-link.ts';
import { fade, planTrials, type TrialPlan } from './plan-trials.ts';
import type { SectionModel } from './section-model.ts';
import { type Course, walkModels } from './walk-models.ts';
import { recallOpinions, rememberLink, turnIntoVectors, WITNESSES } from './witnesses.ts';

/** With fewer links than this, an archive teaches nothing. */
const MIN_LINKS = 300;

/** In some years it is plainer than in others where links belong: one is as sure as was right in the last so many days. */
const LATELY = 180;

/**
 * Learns where links belong from those that were published, in whatever order they come. Two linear models and the memory
 * of sites, authors and series are witnesses; how far each is to be trusted is learnt from what they said about links
 * that were published after all they had seen. Undefined where there are too few links.
 */
export function trainSections(links: readonly PublishedLink[]): SectionModel | undefined {
  const sections = [...new Set(links.map(({ section }) => section))].sort(compareText);
  if (links.length < MIN_LINKS || sections.length < 2) return undefined;
  const sorted = sortLinks(links);
  const placed = sorted.map(({ section, date }) => ({ label: sections.indexOf(section), day: countDays(date) }));
  const plan = planTrials(placed, sections.length);
  const memory = walkHistory(sorted, placed, plan, sections.length);
  const { vocabulary, vectors } = readVectors(sorted);
  const models = walkModels({ placed, vectors, vocabulary, classes: sections.length }, plan);
  const trials = [...plan.trials.values()];
  const combination = sharpenCombination(
    fitCombination(trials, WITNESSES, sections.length),
    trials.slice(trials.findLastIndex(({ weight }) => weight < fade(LATELY)) + 1),
  );
  const labelled = sorted.map(({ title }, at) => ({ title, label: placed[at]?.label ?? 0 }));
  return {
    sections,
    vocabulary,
    ...models,
    memory,
    combination,
    phrases: countPhrases(labelled, sections.length),
    threshold: chooseThreshold(
      trials.map(({ opinions, label }) => ({ label, chances: combineOpinions(combination, opinions) })),
    ),
  };
}

/** So many features share an array: those of some hundred links. */
const ROOM = 2 ** 16;

/** What the linear models look at. What was counted for it is gone afterwards, since it takes as much memory as all the rest. */
function readVectors(links: readonly PublishedLink[]): Pick<Course, 'vectors' | 'vocabulary'> {
  const room = new VectorRoom(ROOM);
  const counted = links.map((link) => countLink(link, room));
  const vocabulary = {
    title: learnVocabulary(counted.map(({ title }) => title)),
    whole: learnVocabulary(counted.map(({ whole }) => whole)),
  };
  return { vocabulary, vectors: counted.map((link) => turnIntoVectors(link, vocabulary)) };
}

/** Writes into the trials what the history said about each link before its issue; returns the history at the end. */
function walkHistory(
  links: readonly PublishedLink[],
  placed: readonly PlacedLink[],
  { trials }: TrialPlan,
  classes: number,
): ClassMemory {
  const memory = createMemory(classes);
  const indexed = placed.map((place, at) => ({ ...place, at }));
  for (const issue of Map.groupBy(indexed, ({ day }) => day).values()) {
    const keyed = issue.flatMap(({ at, ...place }) => {
      const link = links[at];
      return link === undefined ? [] : [{ ...place, keys: getHistoryKeys(link), trial: trials.get(at) }];
    });
    for (const { keys, day, trial } of keyed) {
      if (trial !== undefined) recallOpinions(memory, keys, day, trial.opinions);
    }
    for (const { keys, label, day } of keyed) rememberLink(memory, keys, label, day);
  }
  return memory;
}
