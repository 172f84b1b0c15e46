import type { RepositoryPath } from '../shared/brand.ts';

/** A draft on the default branch. */
export interface OpenDraft {
  readonly path: RepositoryPath;
  /** The line after which a new item of a section goes: section name → line. A section may be missing. */
  readonly insertionLines: Readonly<Record<string, number>>;
}
