import type { PageFacts } from '../../pages/page-facts.ts';
import type { Clock } from '../../ports.ts';
import type { Pages, PageStore, StoredPage } from '../../ports/pages.ts';
import { createLanguageDetector, type LanguageDetector } from './detect-language.ts';
import { fetchPage } from './fetch-page.ts';
import { createDial, type Guard } from './guarded-connector.ts';
import { createHostTurns } from './host-turns.ts';
import { createCachedReader, createMemoryStore } from './page-cache.ts';
import { confirmAbsence, createResolve } from './resolve-host.ts';

export interface PagesOptions {
  readonly clock: Clock;
  /** An egress proxy, which then looks names up and guards. */
  readonly proxyUrl: string | undefined;
  /** Where facts are kept; in memory where undefined. */
  readonly store?: PageStore | undefined;
  /** How names are found and sockets opened; the internet where undefined. */
  readonly guard?: Guard | undefined;
  readonly detector?: LanguageDetector | undefined;
  readonly limits?: Partial<PageLimits> | undefined;
}

/** In milliseconds, but for `atOnce`. */
export interface PageLimits {
  readonly total: number;
  readonly grace: number;
  readonly pause: number;
  readonly atOnce: number;
}

const LIMITS: PageLimits = { total: 10_000, grace: 500, pause: 1000, atOnce: 8 };
const REMEMBERED = 2000;

/** Reads pages from the internet, guarded and bounded, and remembers what they said. */
export function createPages(options: PagesOptions): Pages {
  const { clock, proxyUrl, store = createMemoryStore(REMEMBERED), detector = createLanguageDetector() } = options;
  const { total, grace, pause, atOnce } = { ...LIMITS, ...options.limits };
  const guard = options.guard ?? { resolve: confirmAbsence(createResolve()), dial: createDial(total) };
  const enterHost = createHostTurns(clock, { pauseMilliseconds: pause, atOnce });
  const fetchOptions = { guard, proxyUrl, clock, totalMilliseconds: total, graceMilliseconds: grace };
  const read = createCachedReader(store, clock, async (url, known, reader) => {
    const page = await fetchPage(url, { ...fetchOptions, enterHost: (host) => enterHost(host, reader) }, known);
    return { ...page, facts: await addLanguage(page.facts, detector) };
  });
  return { read, close: async () => detector.close() } satisfies Pages;
}

/** Only a page that says of itself that it is not in English is looked at more closely. */
async function addLanguage(facts: StoredPage['facts'], detector: LanguageDetector): Promise<PageFacts> {
  if (facts.kind !== 'page') return facts;
  const { language, detectedLanguage, titles, sample } = facts.content;
  if (language === undefined || language === 'en' || detectedLanguage !== undefined) return facts;
  const text = `${titles.openGraph ?? titles.document ?? ''}. ${sample}`;
  return { ...facts, content: { ...facts.content, detectedLanguage: await detector.detect(text) } };
}
