import type { Outline } from '../newsletter/issue.ts';
import type { RepositoryPath } from '../shared/brand.ts';
import type { PublishedLink } from './published-link.ts';
import type { TrackingParameter } from './tracking-parameter.ts';

/** A published link with all that the archive remembers of it. Plain data. */
export interface ArchivedLink extends PublishedLink {
  readonly path: RepositoryPath;
  /** 1-based, in that file. */
  readonly line: number;
  /** By `getLinkIdentity`. */
  readonly identity: string;
  /** By `getSite`; empty for what is no web address. */
  readonly site: string;
}

/** What one published issue holds for the archive. Plain data: it crosses a worker boundary. */
export interface PublishedIssue {
  readonly path: RepositoryPath;
  readonly links: readonly ArchivedLink[];
}

/** How the newsletter's issues are read; its configuration has these. */
export interface ArchiveSettings extends Outline {
  /** What items of a region look like; only those of `link` count here. */
  readonly grammars: Readonly<Record<string, string>>;
  readonly trackingParameters: readonly TrackingParameter[];
}
