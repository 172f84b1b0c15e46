import type { ClassMemory } from '../learning/class-memory.ts';
import type { Combination } from '../learning/combination.ts';
import type { LinearModel } from '../learning/linear-model.ts';
import type { Vocabulary } from '../learning/sparse-vector.ts';
import type { PhraseCounts } from './count-phrases.ts';

/** What an archive teaches about where links belong. Plain data: it crosses a worker boundary. */
export interface SectionModel {
  /** The sections that it knows, in the order of the classes. */
  readonly sections: readonly string[];
  /** What each linear model looks at. */
  readonly vocabulary: { readonly title: Vocabulary; readonly whole: Vocabulary };
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
