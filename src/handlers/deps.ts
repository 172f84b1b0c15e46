import type { SubmittedLink } from '../newsletter/other-pull.ts';
import type { Clock, GitHub, Lanes, Log, Parser } from '../ports.ts';
import type { Latest } from '../shared/latest.ts';

/** Everything that handlers use of the outside, built in main.ts and passed down. */
export interface Deps {
  readonly github: GitHub;
  readonly parser: Parser;
  readonly lanes: Lanes;
  readonly clock: Clock;
  readonly log: Log;
  /** What other pull requests add, by repository, number and head; only a memory. */
  readonly knownPulls: Latest<readonly SubmittedLink[]>;
  /** Signs the markers in own comments; secret. */
  readonly markerKey: string;
  /** The folder of the rules' pages; undefined: the project's own. */
  readonly rulePages: string | undefined;
}
