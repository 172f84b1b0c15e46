import { Parser } from 'htmlparser2';
import { collapse, createMetaCollector, type Meta } from './collect-meta.ts';
import { type CollectedTexts, createTextCollector } from './collect-text.ts';
import type { PageContent } from './page-facts.ts';
import { ENOUGH_TEXT, MAX_DEPTH, MAX_VALUE } from './page-limits.ts';
import { readJsonLd } from './read-json-ld.ts';

/** Reads a page as it comes in. */
export interface FactExtractor {
  /** Takes the next piece of HTML; what comes after `isEnough` is ignored. */
  readonly write: (html: string) => void;
  /** Whether the head is complete: what follows is only good for a heading and the share of code. */
  readonly hasHead: () => boolean;
  /** Whether more would tell no more. */
  readonly isEnough: () => boolean;
  /** What the page says, as far as it was read. */
  readonly finish: () => PageContent;
}

interface Progress {
  depth: number;
  hasHead: boolean;
  isTooDeep: boolean;
  language: string | undefined;
  readonly canonicals: Set<string>;
}

/**
 * Reads what any page may say, however broken it is: it never throws, and its cost is bounded by the length of what it is
 * given. Addresses in the page are relative to `address`.
 */
export function createFactExtractor(address: string): FactExtractor {
  const meta = createMetaCollector();
  const text = createTextCollector();
  const at: Progress = { depth: 0, hasHead: false, isTooDeep: false, language: undefined, canonicals: new Set() };
  const isEnough = (): boolean => at.isTooDeep || (at.hasHead && text.texts.words > ENOUGH_TEXT);
  const parser = new Parser({
    onopentag: (name, attributes) => {
      at.depth += 1;
      // Closing a tag costs a look at all that are open.
      if (at.depth > MAX_DEPTH) at.isTooDeep = true;
      if (name === 'body') at.hasHead = true;
      if (name === 'html') at.language ??= readLanguage(attributes['lang']);
      if (name === 'meta') meta.add(attributes);
      if (name === 'link') addCanonical(at.canonicals, attributes, address);
      text.open(name, attributes);
    },
    onclosetag: (name) => {
      at.depth -= 1;
      if (name === 'head') at.hasHead = true;
      text.close(name);
    },
    ontext: text.add,
  });
  return {
    write: (html) => writeInSteps(parser, html, isEnough),
    hasHead: () => at.hasHead,
    isEnough,
    finish: () => {
      if (!isEnough()) parser.end();
      return toContent(meta.meta, text.texts, at);
    },
  };
}

const STEP = 4096;

/** Step by step, so that what is enough is noticed. */
function writeInSteps(parser: Parser, html: string, isEnough: () => boolean): void {
  for (let start = 0; start < html.length && !isEnough(); start += STEP) parser.write(html.slice(start, start + STEP));
}

function readLanguage(lang: string | undefined): string | undefined {
  const [, code] = /^\s*([a-z]{2,3})(?:[-_][\w-]{0,40})?\s*$/i.exec((lang ?? '').slice(0, 60)) ?? [];
  return code?.toLowerCase();
}

function addCanonical(
  found: Set<string>,
  { rel = '', href = '' }: Readonly<Record<string, string>>,
  base: string,
): void {
  const isCanonical = rel.slice(0, 200).toLowerCase().split(/\s+/).includes('canonical');
  if (!isCanonical || href.length > MAX_VALUE || found.size > 1) return;
  const target = URL.parse(href.trim(), base);
  if (target !== null && /^https?:$/.test(target.protocol)) found.add(target.href);
}

function toContent(meta: Meta, texts: CollectedTexts, { language, canonicals }: Progress): PageContent {
  const structured = readJsonLd(texts.blocks);
  const [canonical] = canonicals;
  const description = meta.get('og:description') ?? meta.get('description') ?? '';
  return {
    mediaType: 'text/html',
    titles: {
      openGraph: meta.get('og:title'),
      document: collapse(texts.title) || undefined,
      heading: collapse(texts.heading) || undefined,
      site: meta.get('og:site_name') ?? meta.get('application-name'),
    },
    canonical: canonicals.size === 1 ? canonical : undefined,
    language,
    detectedLanguage: undefined,
    medium: readMedium(meta.get('og:type')) ?? structured.medium,
    isFree: /^(?:locked|metered)$/i.test(meta.get('article:content_tier') ?? '') ? false : structured.isFree,
    publishedOn: readDay(meta.get('article:published_time') ?? structured.published ?? findDay(meta)),
    codeShare: texts.words < 200 ? undefined : texts.code / texts.words,
    sample: collapse(`${description} ${texts.sample}`),
  };
}

function readMedium(type = ''): 'video' | 'audio' | undefined {
  if (/^video(?:[.:]|$)/i.test(type)) return 'video';
  return /^(?:music|audio|podcast)(?:[.:]|$)/i.test(type) ? 'audio' : undefined;
}

function findDay(meta: Meta): string {
  return meta.get('citation_publication_date') ?? meta.get('date') ?? meta.get('dc.date') ?? '';
}

function readDay(text: string): string | undefined {
  const [, year, month, day] = /^\s*(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/.exec(text.slice(0, 40)) ?? [];
  return day === undefined || Number.isNaN(Date.parse(`${year}-${month}-${day}`))
    ? undefined
    : `${year}-${month}-${day}`;
}
