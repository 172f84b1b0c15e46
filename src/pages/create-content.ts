import type { PageContent } from './page-facts.ts';

const NO_TITLES = { openGraph: undefined, document: undefined, heading: undefined, site: undefined };

/** The content of what is no HTML, or of what another source tells: nothing but what is given. */
export function createContent(known: Partial<PageContent>): PageContent {
  return {
    mediaType: 'text/html',
    titles: NO_TITLES,
    canonical: undefined,
    language: undefined,
    detectedLanguage: undefined,
    medium: undefined,
    isFree: undefined,
    publishedOn: undefined,
    codeShare: undefined,
    sample: '',
    ...known,
  };
}
