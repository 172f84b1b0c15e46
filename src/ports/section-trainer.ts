import type { PublishedLink } from '../archive/published-link.ts';
import type { SectionModel } from '../classifier/section-model.ts';

/** Learns where links belong, off the event loop. */
export interface SectionTrainer {
  /** undefined where the links teach too little. Rejects where the training itself fails: a bug. */
  readonly trainSections: (links: readonly PublishedLink[]) => Promise<SectionModel | undefined>;
}
