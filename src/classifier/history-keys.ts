import { maskNumbers, type UnplacedLink } from './link-features.ts';
import { readSite } from './read-site.ts';
import { splitWords } from './split-words.ts';

/** What earlier links may have in common with a link, each worth a memory of its own; '' where the link has no such thing. */
export interface HistoryKeys {
  /** The host. */
  readonly site: string;
  /** Host and first folder: `/@ada`, the owner of a repository. To give reasons with; the folder tells the rest. */
  readonly author: string;
  /** Host and all but the last part of the path. */
  readonly folder: string;
  /** The title but for its numbers and months. */
  readonly series: string;
  /** Host and first word of the title. */
  readonly opening: string;
}

/** Those that are witnesses, in their order. */
export const WITNESS_KEYS: readonly (keyof HistoryKeys)[] = ['site', 'folder', 'series', 'opening'];

/** All of them. */
export const KEY_KINDS: readonly (keyof HistoryKeys)[] = [...WITNESS_KEYS, 'author'];

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

/** The keys of a link; no two kinds share one. */
export function getHistoryKeys({ title, url }: UnplacedLink): HistoryKeys {
  const { host, path } = readSite(url);
  const words = splitWords(title).map((word) => (MONTH.test(word) ? 'month' : maskNumbers(word)));
  return {
    site: `site ${host}`,
    author: path.length > 1 ? `author ${host}/${path[0] ?? ''}` : '',
    folder: path.length > 1 ? `folder ${host}/${maskNumbers(path.slice(0, -1).join('/'))}` : '',
    series: words.length > 1 ? `series ${words.join(' ')}` : '',
    opening: words.length > 1 ? `opening ${host} ${words[0] ?? ''}` : '',
  };
}
