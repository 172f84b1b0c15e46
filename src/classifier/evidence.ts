import { listPhrases } from './count-phrases.ts';
import { type HistoryKeys, getHistoryKeys } from './history-keys.ts';
import type { UnplacedLink } from './link-features.ts';
import { readSite } from './read-site.ts';
import type { SectionModel } from './section-model.ts';

/** A reason in words. Text that others wrote stands only in the gaps `{0}`, `{1}` …, as in the message of a finding. */
export interface Evidence {
  readonly message: string;
  readonly quotes: readonly string[];
}

/** A reason that fewer earlier links give is none. */
const MIN_LINKS = 2;

/**
 * The best reason to believe that a link belongs in a section, counted in the archive: its series, its author or site,
 * words of its title, in this order. It is a true statement about the archive, whatever else went into the suggestion.
 */
export function findEvidence(model: SectionModel, link: UnplacedLink, section: string): Evidence {
  const keys = getHistoryKeys(link);
  return (
    findTrace(model, keys, section, link) ??
    findPhrase(model, link.title, section) ?? {
      message: 'title and address as a whole are like those that ran in {0}',
      quotes: [section],
    }
  );
}

/** Whom the earlier links have in common with this one, in words; the closest first. */
const TIES: readonly (readonly [kind: keyof HistoryKeys, words: string])[] = [
  ['series', 'with this title but for its numbers'],
  ['author', 'from {1}'],
  ['site', 'from {1}'],
];

function findTrace(model: SectionModel, keys: HistoryKeys, section: string, link: UnplacedLink): Evidence | undefined {
  const label = model.sections.indexOf(section);
  const { host, path } = readSite(link.url);
  const places: Partial<Record<keyof HistoryKeys, string>> = { author: `${host}/${path[0] ?? ''}`, site: host };
  for (const [kind, words] of TIES) {
    const latest = model.memory.get(keys[kind])?.latest ?? [];
    const ran = latest.filter((other) => other === label).length;
    if (ran < MIN_LINKS || 2 * ran <= latest.length) continue;
    const place = places[kind];
    const share = `${ran === latest.length ? 'all' : ran} of the last ${latest.length}`;
    return {
      message: `${share} links ${words} ran in {0}`,
      quotes: [section, ...(place === undefined ? [] : [place])],
    };
  }
  return undefined;
}

/** A phrase that few titles have is held back as if so many more had it and ran elsewhere. */
const DOUBT = 10;

/** The phrase of the title that speaks most clearly for the section. */
function findPhrase({ phrases, sections }: SectionModel, title: string, section: string): Evidence | undefined {
  const label = sections.indexOf(section);
  const [best] = [...listPhrases(title)]
    .map((phrase) => ({ phrase, ran: phrases.get(phrase)?.[label] ?? 0, all: sum(phrases.get(phrase)) }))
    .filter(({ ran, all }) => 2 * ran > all)
    .sort((one, other) => other.ran / (other.all + DOUBT) - one.ran / (one.all + DOUBT));
  if (best === undefined) return undefined;
  return { message: `${best.ran} of ${best.all} titles with {1} ran in {0}`, quotes: [section, best.phrase] };
}

function sum(counts: Uint16Array | undefined): number {
  return counts?.reduce((all, count) => all + count, 0) ?? 0;
}
