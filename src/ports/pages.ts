import type { IssueFacts, IssueRef, PageFacts } from '../pages/page-facts.ts';
import type { Outcome, RepositoryRef } from '../ports.ts';

/** The pages behind links, as the app sees them. */
export interface Pages {
  /**
   * Facts about a page, remembered or fetched. Never rejects: what goes wrong is a fact. May take its turn to come.
   * @param reader who gave the address: nobody's pages wait for all of another one's
   */
  readonly read: (url: string, reader?: string) => Promise<PageFacts>;
  readonly close: () => Promise<void>;
}

/** Issues of GitHub that newcomers are to take up. */
export interface IssueReader {
  /** All in one request, in their order; undefined for one that GitHub does not show under that address. */
  readonly readCalledIssues: (
    repository: RepositoryRef,
    issues: readonly IssueRef[],
  ) => Promise<Outcome<readonly (IssueFacts | undefined)[]>>;
}

/** Where facts outlive a fetch, by address as it was asked for; a database may stand behind it. */
export interface PageStore {
  readonly get: (url: string) => Promise<StoredPage | undefined>;
  readonly set: (url: string, page: StoredPage) => Promise<void>;
}

export interface StoredPage {
  readonly facts: PageFacts;
  readonly validators: Validators;
}

/** What a site gave out to be asked with next time, whether anything has changed. */
export interface Validators {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}
