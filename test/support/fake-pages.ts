import { createContent } from '../../src/pages/create-content.ts';
import type { Page, PageContent, PageFacts, PageTitles, Unreachable, Unverified } from '../../src/pages/page-facts.ts';

const NO_TITLES: PageTitles = { openGraph: undefined, document: undefined, heading: undefined, site: undefined };

interface Told extends Partial<Omit<PageContent, 'titles'>> {
  readonly title?: string;
  readonly titles?: Partial<PageTitles>;
  /** Where the redirects ended. */
  readonly finalUrl?: string;
  readonly isPermanent?: boolean;
}

/** The facts of a page that answered. */
export function aPage(url: string, told: Told = {}): Page {
  const { title, titles = {}, finalUrl = url, isPermanent = true, ...content } = told;
  return {
    kind: 'page',
    evidence: { ...toEvidence(url, 200), finalUrl, isPermanent },
    content: createContent({ ...content, titles: { ...NO_TITLES, document: title, ...titles } }),
  };
}

export function aDeadPage(url: string, reason: Unreachable['reason'] = 'not-found'): Unreachable {
  return { kind: 'unreachable', reason, evidence: toEvidence(url, reason === 'not-found' ? 404 : undefined) };
}

export function anUnverifiedPage(url: string, reason: Unverified['reason'] = 'denied'): Unverified {
  return { kind: 'unverified', reason, evidence: toEvidence(url, undefined) };
}

function toEvidence(url: string, status: number | undefined): PageFacts['evidence'] {
  return { url, finalUrl: url, isPermanent: true, status, checkedAt: '2026-03-02T09:00:00.000Z' };
}
