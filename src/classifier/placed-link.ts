import type { PublishedLink } from '../archive/published-link.ts';
import { countFeatures, type CountedGroup } from '../learning/sparse-vector.ts';
import type { VectorRoom } from '../learning/vector-room.ts';
import { compareText } from '../shared/compare-text.ts';
import { listAllFeatures, listTitleFeatures, type UnplacedLink } from './link-features.ts';

/** What the linear models look at, counted. */
export interface CountedLink {
  readonly title: readonly CountedGroup[];
  readonly whole: readonly CountedGroup[];
}

/** When and where a link ran. */
export interface PlacedLink {
  /** Its section as a number. */
  readonly label: number;
  /** In days since 1970. */
  readonly day: number;
}

/** Counts what the linear models look at. @param room where */
export function countLink(link: UnplacedLink, room?: VectorRoom): CountedLink {
  return {
    title: countFeatures(listTitleFeatures(link), room),
    whole: countFeatures(listAllFeatures(link), room),
  };
}

/** A day in days since 1970. */
export function countDays(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** Published links in the order of time; those of one issue by their address, so that the order in which they were read makes no difference. */
export function sortLinks(links: readonly PublishedLink[]): readonly PublishedLink[] {
  return links.toSorted(
    (one, other) =>
      compareText(one.date, other.date) || compareText(one.url, other.url) || compareText(one.title, other.title),
  );
}
