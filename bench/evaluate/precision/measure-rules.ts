import { SEVERITIES, type Severity } from '../../../src/findings/finding.ts';
import { compareText } from '../../../src/shared/compare-text.ts';
import type { Judgements } from '../read-judgements.ts';
import type { FlaggedItem, Outcome } from './list-flagged.ts';

type Verdict = Judgements['pulls'][string]['verdict'];

/** A flagged item, counted once however many pull requests carry it; its key is one of them. */
export interface JudgedItem extends FlaggedItem {
  /** undefined where nobody has read it yet, or need not: it was refused or changed. */
  readonly verdict: Verdict | undefined;
  readonly why: string | undefined;
}

/** Counts of flagged items, each counted once. */
export interface Counts {
  readonly findings: number;
  /** How many pull requests they come from: one that reformats a whole file may hold most of them. */
  readonly pulls: number;
  readonly refused: number;
  readonly changed: number;
  readonly missed: number;
  readonly falseAlarms: number;
  readonly unjudged: number;
}

/** How right a rule is, by severity where it has several. */
export interface RuleFigures {
  readonly rule: string;
  readonly severity: Severity;
  /** On pull requests opened before `TUNED_UNTIL`: rules were tuned on them. */
  readonly before: Counts;
  readonly since: Counts;
  /** Editors publish their own items without a second reader, so what stands says nothing: counted, not judged. */
  readonly editors: Readonly<Record<Outcome, number>>;
}

/** Rules are tuned on pull requests opened before this day, and reported on those from then on. */
export const TUNED_UNTIL = '2025-09-01';

/** Counts items once, and looks up what was said about those that were published as they were. */
export function judgeFlagged(
  flagged: readonly FlaggedItem[],
  judgements: ReadonlyMap<string, Judgements>,
): readonly JudgedItem[] {
  const groups = Map.groupBy(flagged, ({ rule, severity, isEditors, identity }) =>
    JSON.stringify([rule, severity, isEditors, identity]),
  );
  return [...groups.values()].flatMap((group) => {
    // An item that was refused once and published in the end was published.
    const ranked = [...group].sort((one, other) => RANK[other.outcome] - RANK[one.outcome]);
    const judged = ranked
      .filter(({ outcome }) => outcome === 'published')
      .map((item) => ({ item, judgement: judgements.get(item.rule)?.pulls[item.key] }));
    const graver = judged.find(({ judgement }) => judgement?.verdict === 'false alarm');
    const found = graver ?? judged.find(({ judgement }) => judgement !== undefined);
    const item = found?.item ?? ranked[0];
    return item === undefined ? [] : [{ ...item, verdict: found?.judgement?.verdict, why: found?.judgement?.why }];
  });
}

const RANK: Readonly<Record<Outcome, number>> = { refused: 0, changed: 1, published: 2 };

/** The figures by rule and severity, sorted. */
export function measureRules(items: readonly JudgedItem[]): readonly RuleFigures[] {
  const groups = [...Map.groupBy(items, ({ rule, severity }) => JSON.stringify([rule, severity])).values()];
  return groups
    .flatMap((group) => (group[0] === undefined ? [] : [measureGroup(group[0], group)]))
    .sort(
      (one, other) =>
        compareText(one.rule, other.rule) || SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity),
    );
}

function measureGroup({ rule, severity }: JudgedItem, group: readonly JudgedItem[]): RuleFigures {
  const own = group.filter(({ isEditors }) => !isEditors);
  const editors = group.filter(({ isEditors }) => isEditors);
  return {
    rule,
    severity,
    before: countItems(own.filter(({ openedAt }) => openedAt < TUNED_UNTIL)),
    since: countItems(own.filter(({ openedAt }) => openedAt >= TUNED_UNTIL)),
    editors: {
      refused: countOutcome(editors, 'refused'),
      changed: countOutcome(editors, 'changed'),
      published: countOutcome(editors, 'published'),
    },
  };
}

function countItems(items: readonly JudgedItem[]): Counts {
  const published = items.filter(({ outcome }) => outcome === 'published');
  const countVerdict = (wanted: Verdict | undefined): number =>
    published.filter(({ verdict }) => verdict === wanted).length;
  return {
    findings: items.length,
    pulls: new Set(items.map(({ key }) => key.split(':')[0])).size,
    refused: countOutcome(items, 'refused'),
    changed: countOutcome(items, 'changed'),
    missed: countVerdict('missed'),
    falseAlarms: countVerdict('false alarm'),
    unjudged: countVerdict(undefined),
  };
}

function countOutcome(items: readonly JudgedItem[], wanted: Outcome): number {
  return items.filter(({ outcome }) => outcome === wanted).length;
}

/** The share of findings that were no false alarm, as a fraction; what nobody has read counts as one. Of none, all. */
export function getPrecision({ findings, falseAlarms, unjudged }: Counts): number {
  return findings === 0 ? 1 : 1 - (falseAlarms + unjudged) / findings;
}

/** Judgements of pull requests' findings that the rules make no more, as `<rule> <key>`; only of rules that are asked for. */
export function listStale(
  flagged: readonly FlaggedItem[],
  judgements: ReadonlyMap<string, Judgements>,
  pulls: ReadonlySet<number>,
): readonly string[] {
  const keys = new Set(flagged.map(({ rule, key }) => `${rule} ${key}`));
  return [...judgements].flatMap(([rule, { pulls: judged }]) =>
    Object.keys(judged)
      .filter((key) => pulls.has(Number(key.split(':')[0])))
      .map((key) => `${rule} ${key}`)
      .filter((name) => !keys.has(name)),
  );
}
