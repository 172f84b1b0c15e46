import { createHash } from 'node:crypto';
import { toPlainMessage } from '../../src/cli/check/plain-message.ts';
import { toTerminalText } from '../../src/cli/terminal-text.ts';
import { SEVERITIES } from '../../src/findings/finding.ts';
import { compareText } from '../../src/shared/compare-text.ts';
import type { ArchiveFinding, RuleCounts } from './evaluate-archive.ts';
import type { Judgements } from './read-judgements.ts';

/** The counts as a table; where they differ from the earlier ones, by how much. */
export function renderCounts(counts: RuleCounts, earlier: RuleCounts): string {
  const rows = Object.entries(counts).map(([rule, row]) => {
    const cells = SEVERITIES.map((severity) => renderCell(row[severity], earlier[rule]?.[severity] ?? 0));
    return `${rule.padEnd(24)}${cells.join('')}`.trimEnd();
  });
  const gone = Object.keys(earlier).filter((rule) => !Object.hasOwn(counts, rule));
  const head = `${'rule'.padEnd(24)}${SEVERITIES.map((severity) => severity.padStart(8).padEnd(16)).join('')}`;
  return [head.trimEnd(), ...rows, ...gone.map((rule) => `${rule.padEnd(24)}    gone`)].join('\n');
}

function renderCell(now: number, before: number): string {
  const change = now === before ? '' : ` (${now > before ? '+' : '−'}${Math.abs(now - before)})`;
  return `${String(now).padStart(8)}${change}`.padEnd(16);
}

/**
 * Findings one by one, with the key to judge each by and the judgement where there is one.
 * @param listed those of `all` that are to be shown
 * @param since the day of the first issue that was looked at: judgements on older ones are left alone
 */
export function renderFindings(
  all: readonly ArchiveFinding[],
  listed: readonly ArchiveFinding[],
  since: string,
  judgements: Judgements,
): string {
  const blocks = listed.map(({ key, day, finding, line }) => {
    const judged = judgements.archive[key];
    const verdict = judged === undefined ? 'not judged' : `${judged.verdict}: ${judged.why}`;
    const place = `${day} ${finding.place.startLine}:${finding.place.startColumn}`;
    return [
      `${place} ${finding.severity} ${toPlainMessage(finding)}`,
      `    ${toTerminalText(line)}`,
      `    ${key} ${verdict}`,
    ].join('\n');
  });
  return [...blocks, ...(blocks.length === 0 ? [] : ['']), summarize(all, since, judgements)].join('\n');
}

function summarize(findings: readonly ArchiveFinding[], since: string, { archive }: Judgements): string {
  const verdicts = findings.map(({ key }) => archive[key]?.verdict ?? 'not judged');
  const counts = [...Map.groupBy(verdicts, (verdict) => verdict)].map(([verdict, all]) => `${all.length} ${verdict}`);
  const keys = new Set(findings.map(({ key }) => key));
  const stale = Object.keys(archive).filter((key) => key >= since && !keys.has(key));
  return [
    `${findings.length} findings${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`,
    ...stale.map((key) => `judged, but not found here: ${key}`),
  ].join('\n');
}

/** As many findings as are asked for, always the same ones, from all over the archive, in its order. */
export function sampleFindings(findings: readonly ArchiveFinding[], size: number): readonly ArchiveFinding[] {
  const lots = findings.map(({ key }) => createHash('sha256').update(key).digest('hex'));
  const last = [...lots].sort(compareText)[size - 1];
  return last === undefined ? findings : findings.filter((_, index) => compareText(lots[index] ?? '', last) <= 0);
}
