import type { Finding, TextEdit } from '../../findings/finding.ts';
import type { CheckReport } from './check-report.ts';
import { describeSubmission } from './describe-submission.ts';
import { toPlainMessage } from './plain-message.ts';
import { getRulePage } from '../../wording/rule-url.ts';

/** The report as one line of JSON; the form is documented in docs/cli.md and only grows. */
export function renderJson({ submission, findings, unreadable, notChecked }: CheckReport): string {
  return JSON.stringify({
    submission: describeSubmission(submission),
    findings: findings.map(describeFinding),
    unreadable,
    notChecked,
  });
}

function describeFinding(finding: Finding): Readonly<Record<string, unknown>> {
  const { rule, severity, path, place, edits } = finding;
  return {
    rule,
    severity,
    path,
    startLine: place.startLine,
    startColumn: place.startColumn,
    endLine: place.endLine,
    endColumn: place.endColumn,
    message: toPlainMessage(finding),
    docs: getRulePage(rule),
    edits: edits.map(describeEdit),
  };
}

function describeEdit({ startLine, startColumn, endLine, endColumn, text }: TextEdit): TextEdit {
  return { startLine, startColumn, endLine, endColumn, text };
}
