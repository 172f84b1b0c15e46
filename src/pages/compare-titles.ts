import type { PageContent, PageTitles } from './page-facts.ts';
import { splitTitle } from './split-title.ts';
import { contains, listTitleWords, measureOverlap } from './title-words.ts';

/** What a link's text is to the titles of its page. */
export type TitleVerdict =
  /** The title, or as good as it, or the title and more, or its main part. */
  | { readonly kind: 'fits' }
  /** Nobody can tell: the page has no title of its own. */
  | { readonly kind: 'unknown' }
  /** `title` is what the page is called, without its site's name. */
  | { readonly kind: 'differs'; readonly title: string };

/** Two titles with so much in common differ by an editor's hand. */
const AS_GOOD_AS = 0.8;

/** What sites say in place of a title, to programs above all. */
const EMPTY_TITLES =
  /^(?:home(?: ?page)?|index|untitled.*|loading.*|just a moment.*|please wait.*|attention required.*|access denied.*|are you a robot.*|verif.*|security check.*|before you continue.*|the heart of the internet|sign ?in.*|log ?in.*|sign ?up.*|register|error.*|\d{3}(?: .*)?|page not found.*|not found|blog|posts?|news|articles?|redirecting.*|new tab|document|readme.*)$/i;

/** What a post on a social network is called: its account. */
const ACCOUNT = /\(@[\w.@-]{1,300}\)$/;

/** Judges the text of a link by what its page calls itself. `host` is the page's. */
export function compareTitles(text: string, { titles }: Pick<PageContent, 'titles'>, host: string): TitleVerdict {
  const link = listTitleWords(text);
  if (listNames(titles).some((title) => ACCOUNT.test(title.trim()))) return { kind: 'unknown' };
  const named = listNames(titles).filter((title) => !isEmpty(title, titles, host));
  const title = chooseTitle(titles, named, host);
  if (link.length === 0 || title === undefined) return { kind: 'unknown' };
  return named.some((name) => fits(link, name, titles, host)) ? { kind: 'fits' } : { kind: 'differs', title };
}

function listNames({ openGraph, document, heading }: PageTitles): readonly string[] {
  return [openGraph, document, heading].filter((title) => title !== undefined);
}

function isEmpty(title: string, titles: PageTitles, host: string): boolean {
  const words = listTitleWords(title);
  return words.length === 0 || isPlaceholder(title.trim(), titles, host) || isSiteName(words, titles, host);
}

/** Whether nothing stands beside such words but the name of the site, be it one that nobody knows. */
function isPlaceholder(title: string, titles: PageTitles, host: string): boolean {
  if (EMPTY_TITLES.test(title)) return true;
  const named = splitTitle(title).filter((part) => !EMPTY_TITLES.test(part));
  const own = named.filter((part) => !isSiteName(listTitleWords(part), titles, host));
  const isSiteKnown = own.length < named.length;
  return named.length < splitTitle(title).length && own.length <= (isSiteKnown ? 0 : 1);
}

/** Whether words name nothing but the site: as it says itself, or as its host does. */
function isSiteName(words: readonly string[], { site = '' }: PageTitles, host: string): boolean {
  const name = words.join('');
  return (
    name === listTitleWords(site).join('') ||
    name === listTitleWords(host.replace(/^www\./, '')).join('') ||
    isLabel(name, host)
  );
}

function isLabel(name: string, host: string): boolean {
  return host
    .toLowerCase()
    .split('.')
    .slice(0, -1)
    .some((label) => label.replaceAll('-', '') === name);
}

function fits(link: readonly string[], name: string, titles: PageTitles, host: string): boolean {
  const parts = splitTitle(name)
    .map(listTitleWords)
    .filter((part) => part.length > 0);
  const own = parts.filter((part) => !isSiteName(part, titles, host));
  return listRuns(own).some((run) => isAsGood(link, run)) || isAsGood(link, parts.flat());
}

/** A single common word may be in any text. */
function isAsGood(link: readonly string[], run: readonly string[]): boolean {
  if (run.join(' ') === link.join(' ') || run.join('') === link.join('')) return true;
  const isTelling = run.length > 1 || (run[0] ?? '').length > 6;
  return (isTelling && contains(link, run)) || measureOverlap(link, run) >= AS_GOOD_AS;
}

/** So many parts of a title are looked at. */
const MOST_PARTS = 6;

/** Neighbouring parts together: a title may have a subtitle and a site, and a link the first two. */
function listRuns(parts: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const few = parts.slice(0, MOST_PARTS);
  return few.flatMap((_, start) => few.slice(start).map((__, length) => few.slice(start, start + length + 1).flat()));
}

/** What to call the page: what it says to those who link to it, or its title without the name of the site. */
function chooseTitle(titles: PageTitles, named: readonly string[], host: string): string | undefined {
  const [name] = named;
  return name === undefined ? undefined : dropSite(name, titles, host);
}

function dropSite(title: string, titles: PageTitles, host: string): string {
  const isSite = (part: string): boolean => isSiteName(listTitleWords(part), titles, host);
  const parts = splitTitle(title);
  const first = parts.findIndex((part) => !isSite(part));
  const last = parts.findLastIndex((part) => !isSite(part));
  if (first === -1) return title;
  const from = title.indexOf(parts[first] ?? '');
  const end = parts[last] ?? '';
  return title.slice(from, title.lastIndexOf(end) + end.length);
}
