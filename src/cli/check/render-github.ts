import type { Finding, Severity } from '../../findings/finding.ts';
import type { CheckReport } from './check-report.ts';
import { toPlainMessage } from './plain-message.ts';
import { getRulePage } from '../../wording/rule-url.ts';
import { toTerminalText } from '../terminal-text.ts';
import { renderTotals } from './render-totals.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'notice' };

/** Workflow commands, which a GitHub Actions log turns into annotations, and the totals as the last line. */
export function renderGithub(report: CheckReport): string {
  return [...report.findings.map(renderCommand), renderTotals(report)].join('\n');
}

function renderCommand(finding: Finding): string {
  const { place, path, rule, severity } = finding;
  const properties = {
    file: toTerminalText(path),
    line: place.startLine,
    endLine: place.endLine,
    // GitHub refuses columns where the lines differ.
    ...(place.startLine === place.endLine ? { col: place.startColumn, endColumn: place.endColumn } : {}),
    title: `Copydesk: ${rule}`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(`${toPlainMessage(finding)} ${getRulePage(rule)}`)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
