import type { SubmittedLink } from '../newsletter/other-pull.ts';
import type { Clock, GitHub, Lanes, Log, Parser } from '../ports.ts';
import type { SectionTrainer } from '../ports/section-trainer.ts';
import type { IssueReader, Pages } from '../ports/pages.ts';
import type { Latest } from '../shared/latest.ts';
import type { KeptArchive } from './kept-archive.ts';
import type { FillTools } from './fill/fill-tools.ts';

/** Everything that handlers use of the outside, built in main.ts and passed down. */
export interface Deps {
  readonly github: GitHub;
  readonly parser: Parser;
  readonly trainer: SectionTrainer;
  readonly lanes: Lanes;
  /** undefined: the pages behind links are not looked at. */
  readonly pages?: Pages | undefined;
  /** undefined: issues of calls for participation are not looked at. */
  readonly issues?: IssueReader | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** What other pull requests add, by repository, number and head; only a memory. */
  readonly knownPulls: Latest<readonly SubmittedLink[]>;
  /** Published issues and what they teach, by repository; only a memory. */
  readonly archives: Latest<KeptArchive>;
  /** Signs the markers in own comments; secret. */
  readonly markerKey: string;
  /** The folder of the rules' pages; undefined: the project's own. */
  readonly rulePages: string | undefined;
  /** Fills sections; undefined where there is nobody to ask for them. */
  readonly fill?: FillTools;
}
