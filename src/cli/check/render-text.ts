import pc from 'picocolors';
import type { Finding, Severity } from '../../findings/finding.ts';
import { getTouchedLines, makeSuggestion } from '../../findings/suggestion.ts';
import { cutTo } from '../../wording/limits.ts';
import type { CheckReport } from './check-report.ts';
import { toPlainMessage } from './plain-message.ts';
import { renderNotChecked, renderTotals } from './render-totals.ts';
import { getRulePage } from '../../wording/rule-url.ts';
import { toTerminalText } from '../terminal-text.ts';

const MOST_LINES = 12;
const LONGEST_LINE = 1000;

type Paint = ReturnType<typeof pc.createColors>;

/** For people at a terminal: by file and line what is wrong, the line, and what it would be after the fixes. */
export function renderText(report: CheckReport, useColor: boolean): string {
  const paint = pc.createColors(useColor);
  const paths = [...new Set(report.findings.map(({ path }) => path))];
  const files = paths.map((path) => {
    const findings = report.findings.filter((finding) => finding.path === path);
    const text = report.submission.files.find((file) => file.path === path)?.head?.text ?? '';
    const head = { text, lines: text.split('\n') };
    const groups = groupByLines(findings).map((group) => renderGroup(group, head, paint));
    return [paint.bold(toTerminalText(path)), ...groups].join('\n');
  });
  const totals = renderTotals(report);
  const closing = report.findings.length === 0 ? paint.green(totals) : paint.bold(totals);
  return [...files, [closing, ...renderNotChecked(report).map(paint.dim)].join('\n')].join('\n\n');
}

/** Findings about the same lines are shown with one suggestion for all of them. */
function groupByLines(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { startLine, endLine } = getTouchedLines(finding);
    const key = `${startLine}-${endLine}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}

/** A file as it is now; cut into lines once, since a hostile one has thousands of findings. */
interface Head {
  readonly text: string;
  readonly lines: readonly string[];
}

function renderGroup(findings: readonly Finding[], head: Head, paint: Paint): string {
  const messages = findings.map((finding) => renderFinding(finding, paint));
  return [...messages, ...renderChange(findings, head, paint)].join('\n');
}

function renderFinding(finding: Finding, paint: Paint): string {
  const colors: Readonly<Record<Severity, (text: string) => string>> = {
    error: paint.red,
    warning: paint.yellow,
    hint: paint.cyan,
  };
  const place = paint.dim(`${finding.place.startLine}:${finding.place.startColumn}`);
  const rule = paint.dim(`${finding.rule} ${getRulePage(finding.rule)}`);
  return `  ${place} ${colors[finding.severity](finding.severity)} ${toPlainMessage(finding)}\n       ${rule}`;
}

/** The lines as they are and, where there is a fix, as they would be. */
function renderChange(findings: readonly Finding[], head: Head, paint: Paint): readonly string[] {
  const suggestion = makeSuggestion(
    head.text,
    findings.map(({ edits }) => edits),
  );
  const touched = findings.map(getTouchedLines);
  const startLine = suggestion?.startLine ?? Math.min(...touched.map((lines) => lines.startLine));
  const endLine = suggestion?.endLine ?? Math.max(...touched.map((lines) => lines.endLine));
  const before = head.lines.slice(startLine - 1, endLine).filter((line) => line !== '');
  const sign = suggestion === undefined ? ' ' : '-';
  return [
    ...cutLines(before).map((line) => `     ${shade(sign, line, paint)}`),
    ...cutLines(suggestion?.lines ?? []).map((line) => `     ${shade('+', line, paint)}`),
  ];
}

/** An item of hundreds of lines, or of thousands of characters, must not push the rest off the screen. */
function cutLines(lines: readonly string[]): readonly string[] {
  const shown = lines.slice(0, MOST_LINES).map((line) => cutTo(line, LONGEST_LINE));
  const rest = lines.length - shown.length;
  return rest === 0 ? shown : [...shown, `… (${rest} more lines)`];
}

function shade(sign: ' ' | '-' | '+', line: string, paint: Paint): string {
  const shades = { ' ': paint.dim, '-': paint.red, '+': paint.green };
  return shades[sign](`${sign} ${toTerminalText(line.replace(/\r$/, ''))}`);
}
