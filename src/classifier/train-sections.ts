import type { PublishedLink } from '../archive/published-link.ts';
import type { ClassMemory } from '../learning/class-memory.ts';
import { combineOpinions, type Opinions, type Trial } from '../learning/combination.ts';
import { fitCombination } from '../learning/fit-combination.ts';
import { sharpenCombination } from '../learning/sharpen-combination.ts';
import { learnVocabulary } from '../learning/sparse-vector.ts';
import { compareText } from '../shared/compare-text.ts';
import { chooseThreshold } from './choose-threshold.ts';
import { countPhrases } from './count-phrases.ts';
import { countDays, type PlacedLink, readLink, sortLinks } from './placed-link.ts';
import type { SectionModel } from './section-model.ts';
import { fade, walkModels } from './walk-models.ts';
import { recallOpinions, rememberLink, WITNESSES } from './witnesses.ts';

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
  const placed = sorted.map((link) => ({
    ...readLink(link),
    label: sections.indexOf(link.section),
    day: countDays(link.date),
  }));
  const vocabulary = {
    title: learnVocabulary(placed.map(({ title }) => title)),
    whole: learnVocabulary(placed.map(({ whole }) => whole)),
  };
  const { memory, recalled } = walkHistory(placed, sections.length);
  const { title, whole, said } = walkModels(placed, vocabulary, sections.length);
  const trials = [...said].map(([at, opinions]) => toTrial(placed, at, [...opinions, ...(recalled[at] ?? [])]));
  const combination = sharpenCombination(
    fitCombination(trials, WITNESSES, sections.length),
    trials.slice(trials.findLastIndex(({ weight }) => weight < fade(LATELY)) + 1),
  );
  const labelled = sorted.map((link, at) => ({ title: link.title, label: placed[at]?.label ?? 0 }));
  return {
    sections,
    vocabulary,
    title,
    whole,
    memory,
    combination,
    phrases: countPhrases(labelled, sections.length),
    threshold: chooseThreshold(
      trials.map(({ opinions, label }) => ({ label, chances: combineOpinions(combination, opinions) })),
    ),
  };
}

function toTrial(placed: readonly PlacedLink[], at: number, opinions: Opinions): Trial {
  const { label = 0, day = 0 } = placed[at] ?? {};
  return { opinions, label, weight: fade((placed.at(-1)?.day ?? day) - day) };
}

/** What the history said about each link before its issue, and the history at the end. */
function walkHistory(
  placed: readonly PlacedLink[],
  classes: number,
): { readonly memory: ClassMemory; readonly recalled: readonly Opinions[] } {
  const memory: ClassMemory = new Map();
  const recalled: Opinions[] = [];
  for (const issue of Map.groupBy(placed, ({ day }) => day).values()) {
    for (const { keys, day } of issue) recalled.push(recallOpinions(memory, keys, day, classes));
    for (const { keys, label, day } of issue) rememberLink(memory, keys, label, day, classes);
  }
  return { memory, recalled };
}
