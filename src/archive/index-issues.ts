import { compareText } from '../shared/compare-text.ts';
import type { PublishedIssue, ArchivedLink } from './archived-link.ts';

/** All that ran, to be asked. */
export interface Archive {
  /** The oldest issue first. */
  readonly links: readonly ArchivedLink[];
  /** Runs of one link, the oldest first. */
  readonly byIdentity: ReadonlyMap<string, readonly ArchivedLink[]>;
  /** Links of one site, the oldest first. */
  readonly bySite: ReadonlyMap<string, readonly ArchivedLink[]>;
}

/** Puts issues in order, and their links where they are found by what they are. */
export function indexIssues(issues: readonly PublishedIssue[]): Archive {
  const links = issues
    .toSorted((one, other) => compareText(getKey(one), getKey(other)))
    .flatMap((issue) => issue.links);
  return {
    links,
    byIdentity: Map.groupBy(links, ({ identity }) => identity),
    bySite: Map.groupBy(
      links.filter(({ site }) => site !== ''),
      ({ site }) => site,
    ),
  };
}

function getKey({ path, links }: PublishedIssue): string {
  return `${links[0]?.date ?? ''} ${path}`;
}
