import { MAX_VALUE } from './page-limits.ts';

/** The names that are looked at; pages have hundreds of others. */
const KNOWN = new Set([
  'og:title',
  'og:site_name',
  'og:type',
  'og:description',
  'description',
  'application-name',
  'article:published_time',
  'article:content_tier',
  'date',
  'dc.date',
  'citation_publication_date',
]);

/** Values of `<meta>` by name; of several with one name the first counts. */
export type Meta = ReadonlyMap<string, string>;

export interface MetaCollector {
  readonly add: (attributes: Readonly<Record<string, string>>) => void;
  readonly meta: Meta;
}

/** Collects from the attributes of the `<meta>` elements that are added one by one, by the known names alone, in lower case. */
export function createMetaCollector(): MetaCollector {
  const meta = new Map<string, string>();
  return {
    meta,
    add: ({ property, name, content }) => {
      const key = (property ?? name ?? '').trim().toLowerCase();
      const value = collapse(content ?? '');
      if (KNOWN.has(key) && value !== '' && !meta.has(key)) meta.set(key, value);
    },
  };
}

/** White space collapsed, and cut to the length that is kept. */
export function collapse(text: string): string {
  // Cut first: a hostile value may be a megabyte of blanks.
  return text
    .slice(0, MAX_VALUE * 4)
    .replace(/[\s\u200B\uFEFF]+/g, ' ')
    .trim()
    .slice(0, MAX_VALUE);
}
