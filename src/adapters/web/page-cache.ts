import type { PageFacts } from '../../pages/page-facts.ts';
import type { Clock } from '../../ports.ts';
import type { PageStore, StoredPage } from '../../ports/pages.ts';
import { Latest } from '../../shared/latest.ts';

const HOUR = 3_600_000;
const GOOD_FOR = 7 * 24 * HOUR;

/** Whether what is known of a page is new enough to be told: a week for a page, an hour for everything else. */
function isFresh({ kind, evidence }: PageFacts, now: Date): boolean {
  const age = now.getTime() - Date.parse(evidence.checkedAt);
  return age < (kind === 'page' ? GOOD_FOR : HOUR);
}

/** Facts in memory, the latest so many; each is a few kilobytes at most. */
export function createMemoryStore(capacity: number): PageStore {
  const pages = new Latest<StoredPage>(capacity);
  return {
    get: (url) => Promise.resolve(pages.get(url)),
    set: (url, page) => {
      pages.set(url, page);
      return Promise.resolve();
    },
  };
}

/** Reads pages through a store; who asks for a page that is just being read gets the same answer. */
export function createCachedReader(
  store: PageStore,
  clock: Clock,
  fetch: (url: string, known: StoredPage | undefined, reader: string) => Promise<StoredPage>,
): (url: string, reader?: string) => Promise<PageFacts> {
  const running = new Map<string, Promise<PageFacts>>();
  const read = async (url: string, reader: string): Promise<PageFacts> => {
    const known = await store.get(url);
    if (known !== undefined && isFresh(known.facts, clock.now())) return known.facts;
    const fetched = await fetch(url, known?.facts.kind === 'page' ? known : undefined, reader);
    await store.set(url, fetched);
    return fetched.facts;
  };
  return async (url, reader = '') => {
    const current = running.get(url) ?? read(url, reader).finally(() => running.delete(url));
    running.set(url, current);
    return current;
  };
}
