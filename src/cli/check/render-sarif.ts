import type { Finding, Severity, TextEdit } from '../../findings/finding.ts';
import { getFingerprints } from '../../findings/fingerprint.ts';
import type { Place } from '../../shared/place.ts';
import type { CheckReport } from './check-report.ts';
import { toPlainMessage } from './plain-message.ts';
import { renderNotChecked } from './render-totals.ts';
import { getRulePage } from '../../wording/rule-url.ts';

type Json = Readonly<Record<string, unknown>>;

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'note' };

/** The report as a SARIF 2.1.0 log, which code hosts and editors import. */
export function renderSarif(report: CheckReport): string {
  const { findings } = report;
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const fingerprints = getFingerprints(findings);
  const run = {
    tool: { driver: { name: 'Copydesk', rules: rules.map((id) => ({ id, helpUri: getRulePage(id) })) } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: renderNotChecked(report).map(toNote) }],
    results: findings.map((finding, index) => renderResult(finding, rules.indexOf(finding.rule), fingerprints[index])),
  };
  return JSON.stringify(
    { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] },
    null,
    2,
  );
}

function toNote(text: string): Json {
  return { level: 'note', message: { text } };
}

function renderResult(finding: Finding, ruleIndex: number, fingerprint: string | undefined): Json {
  const artifactLocation = { uri: finding.path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
  const location = { physicalLocation: { artifactLocation, region: toRegion(finding.place) } };
  const change = { artifactLocation, replacements: finding.edits.map(toReplacement) };
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: toPlainMessage(finding) },
    locations: [location],
    partialFingerprints: { 'copydesk/v1': fingerprint },
    ...(finding.edits.length === 0 ? {} : { fixes: [{ artifactChanges: [change] }] }),
  };
}

function toReplacement(edit: TextEdit): Json {
  return { deletedRegion: toRegion(edit), insertedContent: { text: edit.text } };
}

function toRegion({ startLine, startColumn, endLine, endColumn }: Place): Json {
  return { startLine, startColumn, endLine, endColumn };
}
