import type { Proposals } from '../../ports/proposals.ts';
import type { SectionSources } from '../../ports/section-sources.ts';
import type { PastTools } from '../past/past-tools.ts';
import type { CronTimes } from '../../proposals/find-due.ts';
import type { Latest } from '../../shared/latest.ts';

/** What filling needs beside the rest of `Deps`. */
export interface FillTools {
  readonly proposals: Proposals;
  readonly sources: SectionSources;
  readonly times: CronTimes;
  /** For which scheduled time each repository was served last, where nothing on GitHub tells; only a memory. */
  readonly served: Latest<string>;
  /** Learns from past weeks; undefined where that would be forgotten at once. */
  readonly past?: PastTools | undefined;
}
