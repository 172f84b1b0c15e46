import type { Day } from '../shared/brand.ts';
import type { Archive } from './index-issues.ts';
import type { ArchivedLink } from './archived-link.ts';

/** When a link ran before a day, the latest first. The day's own issue is none of them, so that no issue repeats itself. */
export function findEarlier(archive: Archive, identity: string, before: Day): readonly ArchivedLink[] {
  return (archive.byIdentity.get(identity) ?? []).filter(({ date }) => date < before).toReversed();
}

/** What ran from a site before a day, the latest first. */
export function findSiteLinks(archive: Archive, site: string, before: Day): readonly ArchivedLink[] {
  return (archive.bySite.get(site) ?? []).filter(({ date }) => date < before).toReversed();
}

/** How long before a day something ran, in whole weeks, rounded down. */
export function countWeeks(from: Day, to: Day): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / (7 * 24 * 3_600_000));
}
