import type { Place } from '../shared/place.ts';

/** Where the configuration of a newsletter stands in its repository. */
export const CONFIG_PATH = '.github/copydesk.yml';

/** What is wrong at one place of a configuration file. */
export interface ConfigProblem {
  readonly place: Place;
  /** One sentence: the problem first, the remedy last. What the file says stands in the gaps `{0}`, `{1}` … */
  readonly message: string;
  readonly quotes: readonly string[];
}
