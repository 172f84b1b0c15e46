import type { Config } from '../config/schema.ts';
import type { Outcome, RepositoryRef } from '../ports.ts';
import type { SectionFacts } from '../sections/section-facts.ts';
import type { Window } from '../sections/window.ts';
import type { Day, RepositoryPath } from '../shared/brand.ts';

/** What sections are read for. */
export interface SectionFactsRequest {
  /** Of the newsletter. */
  readonly repository: RepositoryRef;
  readonly config: Config;
  /** The date of the issue. */
  readonly issue: Day;
  /** Of the newsletter, the files that may be earlier issues; where none are told, none is read. */
  readonly published?: readonly RepositoryPath[] | undefined;
  readonly window: Window;
  /** By section, its window if it is another. */
  readonly windows?: ReadonlyMap<string, Window> | undefined;
  /** The calendar days in which all merged pull requests are counted, both included. */
  readonly counted: { readonly from: string; readonly until: string };
  /** Ids of the sections; undefined for all. */
  readonly sectionIds: readonly string[] | undefined;
}

/** What a week's sections are made of. */
export interface WeekFacts {
  readonly facts: SectionFacts;
  /** Texts of the issues before, newest first. */
  readonly issues: readonly string[];
}

/** What happened elsewhere on GitHub. A source that cannot be read in full is a gap, trouble with GitHub as a whole an outcome. */
export interface SectionFactsReader {
  readonly readFacts: (request: SectionFactsRequest) => Promise<Outcome<WeekFacts>>;
}
