import { findEvidence } from '../../classifier/evidence.ts';
import type { UnplacedLink } from '../../classifier/link-features.ts';
import type { SectionModel } from '../../classifier/section-model.ts';
import { rankSections } from '../../classifier/suggest-section.ts';
import { fillMessage } from '../../findings/fill-message.ts';
import type { Day } from '../../shared/brand.ts';

/** A section where a link may belong, as it is printed. */
export interface Suggestion {
  readonly section: string;
  /** From 0 to 1, with four digits. */
  readonly confidence: number;
  /** A sentence without a full stop. */
  readonly evidence: string;
}

/** How to suggest. */
export interface SuggestSettings {
  /** When the link is to be published. */
  readonly day: Day;
  /** Name all sections, however unlikely. */
  readonly isAll: boolean;
}

/** So many sections are named where one is likely enough. */
const NAMED = 3;

/** The likeliest sections, the likeliest first; none where the model is not sure enough or there is none. */
export function suggestSections(
  model: SectionModel | undefined,
  link: UnplacedLink,
  { day, isAll }: SuggestSettings,
): readonly Suggestion[] {
  if (model === undefined) return [];
  const ranked = rankSections(model, link, day);
  const isSure = (ranked[0]?.confidence ?? 0) >= model.threshold;
  if (!isAll && !isSure) return [];
  return (isAll ? ranked : ranked.slice(0, NAMED)).map(({ section, confidence }) => ({
    section,
    confidence: Math.round(confidence * 10_000) / 10_000,
    evidence: fillMessage(findEvidence(model, link, section), (quote) => `“${quote}”`),
  }));
}
