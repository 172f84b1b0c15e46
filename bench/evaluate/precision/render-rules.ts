import type { RulesReport } from './evaluate-rules.ts';
import { type Counts, getPrecision, type JudgedItem, type RuleFigures, TUNED_UNTIL } from './measure-rules.ts';

const COLUMNS = ['found', 'pulls', 'refused', 'changed', 'missed', 'false', 'unread', 'right'] as const;

/** The figures as a table for people, then what wants a reader's eye. */
export function renderRules({ figures, items, stale, crashes }: RulesReport): string {
  const width = Math.max(0, ...figures.map(({ rule }) => rule.length)) + 10;
  const indent = ' '.repeat(width);
  const part = COLUMNS.map((name) => name.padStart(8)).join('');
  const unread = items.filter((item) => isUnread(item));
  return [
    `${indent}  opened before ${TUNED_UNTIL}`.padEnd(width + part.length) + `  from then on`,
    indent + part + part + '  editors: found, published',
    ...figures.map((row) => renderRow(row, width)),
    ...renderList('judged, but found no more', stale),
    ...renderList('not read yet: counted as false alarms', toTally(unread)),
    ...renderList('crashes', crashes),
  ].join('\n');
}

/** One rule's findings that were published as they were, to be read and judged; `isAll` lists every one. */
export function renderFindings(items: readonly JudgedItem[], isAll: boolean): string {
  return items
    .filter((item) => isAll || (item.outcome === 'published' && !item.isEditors))
    .map(renderItem)
    .join('\n\n');
}

function renderRow({ rule, severity, before, since, editors }: RuleFigures, width: number): string {
  const all = editors.published + editors.changed + editors.refused;
  return (
    `${rule.padEnd(width - 8)}${severity.padEnd(8)}` +
    `${renderCounts(before)}${renderCounts(since)}${String(all).padStart(8)}${String(editors.published).padStart(8)}`
  );
}

function renderCounts(counts: Counts): string {
  const { findings, pulls, refused, changed, missed, falseAlarms, unjudged } = counts;
  const numbers = [findings, pulls, refused, changed, missed, falseAlarms, unjudged].map((number) => String(number));
  const precision = findings === 0 ? '–' : `${(getPrecision(counts) * 100).toFixed(1)} %`;
  return [...numbers, precision].map((cell) => cell.padStart(8)).join('');
}

function renderList(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)];
}

function isUnread({ outcome, isEditors, verdict }: JudgedItem): boolean {
  return outcome === 'published' && !isEditors && verdict === undefined;
}

function toTally(items: readonly JudgedItem[]): readonly string[] {
  return [...Map.groupBy(items, ({ rule }) => rule)]
    .map(([rule, group]) => `${String(group.length).padStart(4)} ${rule}: --rule ${rule} lists them`)
    .sort();
}

function renderItem({ key, severity, path, text, message, outcome, isEditors, verdict, why }: JudgedItem): string {
  const by = isEditors ? ', by an editor' : '';
  const judgement = verdict === undefined ? 'not judged yet' : `${verdict}: ${why ?? ''}`;
  return [
    `${key}  ${severity}, ${outcome}${by}  ${path}`,
    ...text.split('\n').map((line) => `  | ${line}`),
    `  ${message}`,
    ...(outcome === 'published' && !isEditors ? [`  → ${judgement}`] : []),
  ].join('\n');
}
