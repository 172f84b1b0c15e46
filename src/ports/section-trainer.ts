import type { PublishedLink } from '../archive/published-link.ts';
import type { SectionModel } from '../classifier/section-model.ts';

/** What came of training: a model; nothing where the archive is too small to teach; or why there was no answer. */
export type Training =
  | { readonly kind: 'trained'; readonly model: SectionModel }
  | { readonly kind: 'too-little' }
  | { readonly kind: 'failed'; readonly reason: 'deadline' | 'memory' };

/** Learns where links belong, while other work goes on. */
export interface SectionTrainer {
  /**
   * Learns from published links, in whatever order; one archive at a time, in the order asked. Rejects where its own code
   * fails, which is a bug, and once it is closed.
   */
  readonly trainSections: (links: readonly PublishedLink[]) => Promise<Training>;
  /** Ends what is under way; that training rejects. */
  readonly close: () => Promise<void>;
}
