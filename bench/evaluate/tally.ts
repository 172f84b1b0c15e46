import type { CheckReport } from '../../src/cli/check/check-report.ts';
import type { Severity } from '../../src/findings/finding.ts';
import { listItems, measureCase, type MeasuredCase } from './measure-case.ts';
import { aspectNames, readAspects } from './read-aspects.ts';
import type { Pull } from './read-pulls.ts';
import { selectCases } from './select-cases.ts';

const severities: readonly Severity[] = ['error', 'warning', 'hint'];

type Correction = (typeof aspectNames)[number] | 'section';

/** How many of how many. */
export interface Share {
  hits: number;
  all: number;
}

/** Everything that is counted over the pull requests, with the lines that explain the figures. */
export interface Tally {
  pulls: number;
  readonly crashes: string[];
  readonly items: Share;
  readonly missed: string[];
  readonly cases: MeasuredCase[];
  readonly recall: Readonly<Record<Correction, Share>>;
}

export function createTally(): Tally {
  const none = (): Share => ({ hits: 0, all: 0 });
  const recall = { bullet: none(), textAfter: none(), url: none(), prefix: none(), title: none(), section: none() };
  return { pulls: 0, crashes: [], items: none(), missed: [], cases: [], recall };
}

/** Counts a pull request whose review threw. */
export function countCrash(tally: Tally, pull: Pull, error: unknown): void {
  tally.pulls += 1;
  tally.crashes.push(`#${pull.pr}: ${String(error)}`);
}

/** Counts a reviewed pull request; `texts` are its files before and after, for which items were to be found. */
export function countPull(tally: Tally, pull: Pull, report: CheckReport): void {
  tally.pulls += 1;
  countItems(tally, pull, report);
  for (const one of selectCases(pull)) {
    const measured = measureCase(one, report);
    tally.cases.push(measured);
    countCorrections(tally, measured);
  }
}

/** Of the items that the pull request adds at its last push: those that the first push has and the base has not. */
function countItems(tally: Tally, pull: Pull, report: CheckReport): void {
  for (const file of report.submission.files) {
    const base = new Set(file.base?.text.split(/\r?\n/));
    const head = new Set(file.head?.text.split(/\r?\n/));
    const found = new Set(listItems(file).flatMap((item) => item.raw.split(/\r?\n/)));
    for (const { raw } of pull.added.filter((item) => item.file === file.path)) {
      if (!head.has(raw) || base.has(raw)) continue;
      tally.items.all += 1;
      if (found.has(raw)) tally.items.hits += 1;
      else tally.missed.push(`#${pull.pr}: ${raw}`);
    }
  }
}

function countCorrections(tally: Tally, one: MeasuredCase): void {
  const pushed = readAspects(one.pushed);
  const suggested = readAspects(one.suggested);
  const published = readAspects(one.published);
  for (const name of aspectNames) {
    if (published === undefined || pushed?.[name] === published[name]) continue;
    count(tally.recall[name], suggested?.[name] === published[name]);
  }
  if (one.publishedSection !== undefined && one.pushedSection !== one.publishedSection) {
    const isFound = one.findings.some(
      ({ rule, quotes }) => rule === 'section-fit' && quotes[0] === one.publishedSection,
    );
    count(tally.recall.section, isFound);
  }
}

function count(share: Share, isHit: boolean): void {
  share.all += 1;
  if (isHit) share.hits += 1;
}

/** The figures of an evaluation; shares are fractions. */
export interface Figures {
  readonly pulls: number;
  readonly cases: number;
  readonly crashes: number;
  readonly itemsFound: number;
  readonly asPushed: number;
  readonly asSuggested: number;
  readonly recall: Readonly<Record<Correction, number>>;
  readonly alarms: Readonly<Record<Severity, number>>;
}

/** Turns counts into figures. */
export function toFigures(tally: Tally): Figures {
  const { cases, recall } = tally;
  const unchanged = cases.filter((one) => one.pushed === one.published);
  const alarm = (severity: Severity): number =>
    divide(
      unchanged.filter((one) => one.findings.some((finding) => finding.severity === severity)).length,
      unchanged.length,
    );
  return {
    pulls: tally.pulls,
    cases: cases.length,
    crashes: tally.crashes.length,
    itemsFound: divide(tally.items.hits, tally.items.all),
    asPushed: divide(unchanged.length, cases.length),
    asSuggested: divide(cases.filter((one) => one.suggested === one.published).length, cases.length),
    recall: {
      bullet: toFraction(recall.bullet),
      textAfter: toFraction(recall.textAfter),
      url: toFraction(recall.url),
      prefix: toFraction(recall.prefix),
      title: toFraction(recall.title),
      section: toFraction(recall.section),
    },
    alarms: { error: alarm('error'), warning: alarm('warning'), hint: alarm('hint') },
  };
}

function toFraction({ hits, all }: Share): number {
  return divide(hits, all);
}

/** Of nothing, nothing was missed. */
function divide(part: number, whole: number): number {
  return whole === 0 ? 1 : Number((part / whole).toFixed(4));
}

export { severities };
