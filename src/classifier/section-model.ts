import type { ClassMemory } from '../learning/class-memory.ts';
import type { Combination } from '../learning/combination.ts';
import type { LinearModel } from '../learning/linear-model.ts';
import type { PhraseCounts } from './count-phrases.ts';

/** What an archive teaches about where links belong. Plain data: it crosses a worker boundary. */
export interface SectionModel {
  /** The sections that it knows, in the order of the classes. */
  readonly sections: readonly string[];
  /** How telling each feature is to each linear model. */
  readonly rarity: { readonly title: Float32Array; readonly whole: Float32Array };
  /** Reads the title alone, and so helps where a site is new. */
  readonly title: LinearModel;
  /** Reads title and address. */
  readonly whole: LinearModel;
  /** What ran where, by site, author, series … */
  readonly memory: ClassMemory;
  /** How far each of them is to be trusted. */
  readonly combination: Combination;
  /** In which sections the phrases of titles ran, to give reasons with. */
  readonly phrases: PhraseCounts;
  /** Below this confidence nothing is suggested; chosen on the archive. */
  readonly threshold: number;
}
