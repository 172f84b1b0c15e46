import type { PublishedLink } from '../archive/published-link.ts';
import type { FeatureGroup } from '../learning/sparse-vector.ts';
import { readSite, type Site } from './read-site.ts';
import { splitWords } from './split-words.ts';
import { listTitleSigns } from './title-signs.ts';

/** What is known of a link before anybody says where it belongs. */
export type UnplacedLink = Pick<PublishedLink, 'title' | 'url' | 'prefix'>;

/** What the title and the prefix say, wherever the link leads. */
export function listTitleFeatures(link: UnplacedLink): readonly FeatureGroup[] {
  const fragments = splitWords(link.title).flatMap(listFragments);
  return [...listWordFeatures(link), { weight: 1, features: fragments }];
}

/** What title, prefix and address say together; with pieces of words it would take three times as long to say the same. */
export function listAllFeatures(link: UnplacedLink): readonly FeatureGroup[] {
  const site = readSite(link.url);
  return [
    ...listWordFeatures(link),
    { weight: 1, features: listHosts(site) },
    { weight: 0.7, features: listPathFeatures(site) },
  ];
}

/** Longer titles and prefixes tell no more. */
const MAX_LENGTH = 300;

function listWordFeatures(link: UnplacedLink): readonly FeatureGroup[] {
  const [title, prefix] = [link.title.slice(0, MAX_LENGTH), link.prefix.slice(0, MAX_LENGTH)];
  const words = splitWords(title);
  return [
    { weight: 1, features: [...words, ...words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)] },
    { weight: 1, features: listKinds(prefix).map((kind) => `kind ${kind}`) },
    { weight: 1, features: listTitleSigns(title, words).map((sign) => `sign ${sign}`) },
  ];
}

/** The words of the prefixes, `none` where there are none. */
function listKinds(prefix: string): readonly string[] {
  return prefix.toLowerCase().match(/\p{L}+/gu) ?? ['none'];
}

/** Numbers differ from part to part of what is one series. */
export function maskNumbers(text: string): string {
  return text.replace(/\d+/g, '0');
}

/** Pieces of three to five characters, with the word's ends. */
function listFragments(word: string): readonly string[] {
  const text = ` ${word} `;
  const fragments: string[] = [];
  for (let size = 3; size <= 5; size += 1) {
    for (let at = 0; at + size <= text.length; at += 1) fragments.push(`~${text.slice(at, at + size)}`);
  }
  return fragments;
}

function listHosts({ host }: Site): readonly string[] {
  const parts = host.split('.');
  return [`host ${host}`, `domain ${parts.slice(-2).join('.')}`, `top ${parts.at(-1) ?? ''}`];
}

function listPathFeatures({ host, path }: Site): readonly string[] {
  const places = path.slice(0, 2).map((segment, at) => `path ${at} ${host} ${maskNumbers(segment)}`);
  const words = path.flatMap((segment) => segment.match(/[a-z]{2,}/g) ?? []);
  return [...places, ...words.map((word) => `in path ${word}`), `depth ${path.length}`];
}
