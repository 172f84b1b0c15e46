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

/** So many sections are named unless all are asked for. */
const NAMED = 3;

/** What is thought of a link. */
export interface Ranking {
  /** The likeliest sections, the likeliest first; none where there is no model. */
  readonly suggestions: readonly Suggestion[];
  /** Whether a review would say so: the first is likelier than the threshold that was chosen on the archive. */
  readonly isSure: boolean;
}

/** Ranks the sections in which a link may belong. */
export function suggestSections(
  model: SectionModel | undefined,
  link: UnplacedLink,
  { day, isAll }: SuggestSettings,
): Ranking {
  if (model === undefined) return { suggestions: [], isSure: false };
  const ranked = rankSections(model, link, day);
  const suggestions = (isAll ? ranked : ranked.slice(0, NAMED)).map(({ section, confidence }) => ({
    section,
    confidence: Math.round(confidence * 10_000) / 10_000,
    evidence: fillMessage(findEvidence(model, link, section), (quote) => `“${quote}”`),
  }));
  return { suggestions, isSure: (ranked[0]?.confidence ?? 0) >= model.threshold };
}
