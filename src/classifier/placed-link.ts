import type { PublishedLink } from '../archive/published-link.ts';
import { countFeatures, type CountedGroup } from '../learning/sparse-vector.ts';
import { compareText } from '../shared/compare-text.ts';
import { getHistoryKeys, type HistoryKeys } from './history-keys.ts';
import { listAllFeatures, listTitleFeatures, type UnplacedLink } from './link-features.ts';

/** A link as the witnesses look at it. */
export interface ReadLink {
  readonly title: readonly CountedGroup[];
  readonly whole: readonly CountedGroup[];
  readonly keys: HistoryKeys;
}

/** A published link, read, with its section as a number. */
export interface PlacedLink extends ReadLink {
  readonly label: number;
  /** In days since 1970. */
  readonly day: number;
}

/** Reads what the witnesses need of a link, once. */
export function readLink(link: UnplacedLink): ReadLink {
  return {
    title: countFeatures(listTitleFeatures(link)),
    whole: countFeatures(listAllFeatures(link)),
    keys: getHistoryKeys(link),
  };
}

/** A day in days since 1970. */
export function countDays(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** Published links in the order of time; those of one issue by their address, so that the order of reading is all one. */
export function sortLinks(links: readonly PublishedLink[]): readonly PublishedLink[] {
  return links.toSorted(
    (one, other) =>
      compareText(one.date, other.date) || compareText(one.url, other.url) || compareText(one.title, other.title),
  );
}
