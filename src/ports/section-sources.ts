import type { Config } from '../config/schema.ts';
import type { Outcome, RepositoryRef } from '../ports.ts';
import type { FilledSection } from '../sections/filled-section.ts';
import type { Day, RepositoryPath } from '../shared/brand.ts';

/** What sections are asked for. */
export interface SectionRequest {
  /** Of the newsletter. */
  readonly repository: RepositoryRef;
  /** Of the newsletter, in force. */
  readonly config: Config;
  readonly issueDate: Day;
  /** The files that may be earlier issues; what they list is not listed again. */
  readonly published?: readonly RepositoryPath[] | undefined;
  /** The window, half-open. */
  readonly from: Date;
  readonly until: Date;
  /** By section, where its window begins if not at `from`. */
  readonly starts?: ReadonlyMap<string, Date> | undefined;
  /** Only these; undefined for all. */
  readonly sectionIds: readonly string[] | undefined;
  /** Addresses of entries that people want listed, as their tasks link to them. */
  readonly ticked?: ReadonlySet<string> | undefined;
}

/** Where the contents of sections come from. */
export interface SectionSources {
  readonly readSections: (request: SectionRequest) => Promise<Outcome<readonly FilledSection[]>>;
}
