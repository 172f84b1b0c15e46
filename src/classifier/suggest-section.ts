import { combineOpinions } from '../learning/combination.ts';
import type { Day } from '../shared/brand.ts';
import { type Evidence, findEvidence } from './evidence.ts';
import { getHistoryKeys } from './history-keys.ts';
import type { UnplacedLink } from './link-features.ts';
import { countDays, countLink } from './placed-link.ts';
import type { SectionModel } from './section-model.ts';
import { readOpinions, recallOpinions, turnIntoVectors, WITNESSES } from './witnesses.ts';

/** A section where a link may belong. */
export interface RankedSection {
  readonly section: string;
  /** Of links about which we were as sure as here, so many of 1 ran there. */
  readonly confidence: number;
}

/** A section where a link most likely belongs, and a reason that can be checked. */
export interface SectionSuggestion extends RankedSection {
  readonly evidence: Evidence;
}

/** All sections that the model knows, the likeliest first. @param day when the link is to be published */
export function rankSections(model: SectionModel, link: UnplacedLink, day: Day): readonly RankedSection[] {
  const opinions = new Float64Array(WITNESSES * model.sections.length);
  readOpinions(model, turnIntoVectors(countLink(link), model.vocabulary), opinions);
  recallOpinions(model.memory, getHistoryKeys(link), countDays(day), opinions);
  const chances = combineOpinions(model.combination, opinions);
  return model.sections
    .map((section, at) => ({ section, confidence: chances[at] ?? 0 }))
    .sort((one, other) => other.confidence - one.confidence);
}

/** The likeliest section with the reason; undefined where the model is not sure enough. @param day when the link is to be published */
export function suggestSection(model: SectionModel, link: UnplacedLink, day: Day): SectionSuggestion | undefined {
  const [best] = rankSections(model, link, day);
  if (best === undefined || best.confidence < model.threshold) return undefined;
  return { ...best, evidence: findEvidence(model, link, best.section) };
}
