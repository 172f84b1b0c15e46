import type { PublishedLink } from '../../../src/archive/published-link.ts';
import { readSite } from '../../../src/classifier/read-site.ts';
import type { SectionModel } from '../../../src/classifier/section-model.ts';
import { rankSections } from '../../../src/classifier/suggest-section.ts';
import { trainSections } from '../../../src/classifier/train-sections.ts';
import { compareText } from '../../../src/shared/compare-text.ts';

/** A published link, and what was thought of it by what had been published before its issue. */
export interface Guess {
  readonly link: PublishedLink;
  /** The likeliest sections, the likeliest first. */
  readonly ranked: readonly string[];
  /** How likely the first of them was thought to be. */
  readonly confidence: number;
  /** Whether it would have been said. */
  readonly isSuggested: boolean;
  /** What simpler minds would have said: the most frequent section, of all and of the site. */
  readonly majority: string;
  readonly site: string;
}

/** Which issues to walk through: the days of the first and the last. */
export interface Span {
  readonly from: string;
  readonly until: string;
  /** Train anew for every so manieth issue; 1 is what happens in production. */
  readonly every: number;
}

/** Guesses the section of every link of a span from the issues before its own. */
export function walkIssues(
  links: readonly PublishedLink[],
  { from, until, every }: Span,
  progress: (done: number, all: number) => void,
): readonly Guess[] {
  const issues = [...Map.groupBy(links, ({ date }) => date)]
    .filter(([date]) => date >= from && date <= until)
    .sort(([one], [other]) => compareText(one, other));
  let model: SectionModel | undefined;
  return issues.flatMap(([date, own], at) => {
    const earlier = links.filter((link) => link.date < date);
    if (at % every === 0) model = trainSections(earlier);
    const guesses = guessIssue(own, earlier, model);
    progress(at + 1, issues.length);
    return guesses;
  });
}

function guessIssue(
  own: readonly PublishedLink[],
  earlier: readonly PublishedLink[],
  model: SectionModel | undefined,
): readonly Guess[] {
  const majority = findMostFrequent(earlier) ?? '';
  const sites = Map.groupBy(earlier, ({ url }) => readSite(url).host);
  return own.map((link) => {
    const { title, url, prefix } = link;
    const ranked = model === undefined ? [] : rankSections(model, { title, url, prefix }, link.date);
    const confidence = ranked[0]?.confidence ?? 0;
    return {
      link,
      ranked: ranked.map(({ section }) => section),
      confidence,
      isSuggested: model !== undefined && confidence >= model.threshold,
      majority,
      site: findMostFrequent(sites.get(readSite(url).host) ?? []) ?? majority,
    };
  });
}

/** Of equally frequent ones the one that was there first. */
function findMostFrequent(links: readonly PublishedLink[]): string | undefined {
  const counted = [...Map.groupBy(links, ({ section }) => section)];
  return counted.sort(([, one], [, other]) => other.length - one.length)[0]?.[0];
}
