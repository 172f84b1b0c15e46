import { ApiTrouble } from './api-trouble.ts';

/** Nothing that is read whole has more pages. */
const MOST_PAGES = 1000;

/**
 * The way through a list of GitHub's, page by page: takes where the list goes on, as each page tells, and hands it back. Throws where
 * that is nowhere, or where the list has been, or never at an end: such a list would be read for ever, or taken for whole.
 */
export function createPageTrail<Place extends string | number>(): (next: Place | null | undefined) => Place {
  const seen = new Set<Place>();
  return (next) => {
    if (next === null || next === undefined || seen.has(next) || seen.size >= MOST_PAGES) {
      throw new ApiTrouble({ kind: 'unavailable', reason: 'a list does not come to its end' });
    }
    seen.add(next);
    return next;
  };
}

/** All of a list that GitHub gives by the numbers of its pages, of so many each. */
export async function readNumberedPages<Item>(
  size: number,
  readPage: (page: number) => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  const goOn = createPageTrail<number>();
  for (let page = 1; ; page = goOn(page + 1)) {
    const found = await readPage(page);
    items.push(...found);
    if (found.length < size) return items;
  }
}
