import { toPlainMessage } from '../../src/cli/check/plain-message.ts';
import type { MeasuredCase } from './measure-case.ts';
import { severities, type Figures, type Tally } from './tally.ts';

const examples = 5;

/** The figures as a table for people, with the worst examples of each measure; `isAll` lists every one. */
export function renderFigures(figures: Figures, tally: Tally, isAll: boolean): string {
  const limit = isAll ? Infinity : examples;
  return [
    ...toRows(figures).map(([name, value]) => `${name.padEnd(24)}${value}`),
    ...renderList('crashes', tally.crashes, limit),
    ...renderList('items not found', tally.missed, limit),
    ...severities.flatMap((severity) =>
      renderList(
        `${severity}s on lines published as pushed`,
        tally.cases.filter(isUnchanged).flatMap((one) => describeAlarms(one, severity)),
        limit,
      ),
    ),
    ...renderList('suggestions that editors did not make', tally.cases.filter(isOvercorrected).map(describe), limit),
    ...renderList('corrected by editors only', tally.cases.filter(isMissed).map(describe), limit),
  ].join('\n');
}

function toRows(figures: Figures): readonly (readonly [string, string])[] {
  const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)} %`;
  const { recall, alarms } = figures;
  return [
    ['pull requests', String(figures.pulls)],
    ['cases', String(figures.cases)],
    ['crashes', String(figures.crashes)],
    ['items found', percent(figures.itemsFound)],
    ['right as pushed', percent(figures.asPushed)],
    ['right as suggested', percent(figures.asSuggested)],
    ...Object.entries(recall).map(([name, share]) => [`recall: ${name}`, percent(share)] as const),
    ...Object.entries(alarms).map(([name, share]) => [`false alarms: ${name}`, percent(share)] as const),
  ];
}

function renderList(title: string, lines: readonly string[], limit: number): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - limit;
  return ['', `${title} (${lines.length})`, ...lines.slice(0, limit), ...(rest > 0 ? [`… and ${rest} more`] : [])];
}

function isUnchanged(one: MeasuredCase): boolean {
  return one.pushed === one.published;
}

function isOvercorrected(one: MeasuredCase): boolean {
  return one.suggested !== one.pushed && one.suggested !== one.published;
}

function isMissed(one: MeasuredCase): boolean {
  return one.suggested === one.pushed && !isUnchanged(one);
}

function describeAlarms(one: MeasuredCase, severity: string): readonly string[] {
  return one.findings
    .filter((finding) => finding.severity === severity)
    .map((finding) => `  #${one.pull.pr} ${finding.rule}: ${toPlainMessage(finding)}\n    ${one.pushed}`);
}

function describe({ pull, pushed, suggested, published }: MeasuredCase): string {
  const suggestion = suggested === pushed ? [] : [`    suggested ${suggested}`];
  return [`  #${pull.pr}`, `    pushed    ${pushed}`, ...suggestion, `    published ${published}`].join('\n');
}
