import type { QueriedSource } from './filled-section.ts';

/** What was read for a section. */
export interface SourceReading<Item> {
  readonly items: readonly Item[];
  readonly queried: readonly QueriedSource[];
  /** Why it is not all there is, one sentence; undefined where it is all. Nothing is published of half a source. */
  readonly gap: string | undefined;
}
