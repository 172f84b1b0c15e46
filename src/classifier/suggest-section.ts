import { combineOpinions } from '../learning/combination.ts';
import type { Day } from '../shared/brand.ts';
import { type Evidence, findEvidence } from './evidence.ts';
import type { UnplacedLink } from './link-features.ts';
import { countDays, readLink } from './placed-link.ts';
import type { SectionModel } from './section-model.ts';
import { readOpinions, recallOpinions, toVectors } from './witnesses.ts';

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
  const own = readLink(link);
  const read = readOpinions(model, toVectors(own, model.vocabulary));
  const recalled = recallOpinions(model.memory, own.keys, countDays(day), model.sections.length);
  const chances = combineOpinions(model.combination, [...read, ...recalled]);
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
