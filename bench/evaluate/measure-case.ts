import type { CheckReport } from '../../src/cli/check/check-report.ts';
import { applyEdits } from '../../test/support/apply-edits.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { Item } from '../../src/newsletter/issue.ts';
import type { SubmittedFile } from '../../src/newsletter/submission.ts';
import type { Place } from '../../src/shared/place.ts';
import { reviewLine } from './review-line.ts';
import type { Case } from './select-cases.ts';

/** A case with what the review made of its line. */
export interface MeasuredCase extends Case {
  readonly suggested: string;
  /** Those that speak of the line's item. */
  readonly findings: readonly Finding[];
  /** Whether the line was reviewed on its own, since the recorded first push does not have it. */
  readonly isReplayed: boolean;
}

/** Applies every suggestion on the case's line. */
export function measureCase(one: Case, report: CheckReport): MeasuredCase {
  const [onlyFile] = report.submission.files;
  const file = report.submission.files.find((candidate) => candidate.path === one.file) ?? onlyFile;
  const measured = measureLine(one, report, file?.path);
  if (measured !== undefined) return { ...measured, isReplayed: false };
  const text = file?.head?.text ?? file?.base?.text;
  const replayed = file && text !== undefined ? reviewLine(one, file.path, text) : undefined;
  const remeasured = replayed && measureLine(one, replayed, file?.path);
  return { ...(remeasured ?? { ...one, suggested: one.pushed, findings: [] }), isReplayed: true };
}

function measureLine(
  one: Case,
  report: CheckReport,
  path: string | undefined,
): Omit<MeasuredCase, 'isReplayed'> | undefined {
  const file = report.submission.files.find((candidate) => candidate.path === path);
  const item = file && listItems(file).find((candidate) => candidate.raw.split('\n').some(sameAs(one.pushed)));
  if (file?.head === undefined || item === undefined) return undefined;
  const line = item.place.startLine + item.raw.split('\n').findIndex(sameAs(one.pushed));
  const findings = report.findings.filter(
    (finding) => finding.path === file.path && touches(finding.place, item.place),
  );
  // A move leaves the line as it is, elsewhere.
  const edits = findings.flatMap((finding) => (finding.rule === 'section-fit' ? [] : finding.edits));
  const text = applyEdits(file.head.text, edits);
  return { ...one, suggested: text.split('\n')[line - 1]?.replace(/\r$/, '') ?? '', findings };
}

/** Items that the submission brings or changes, those below items included. */
export function listItems(file: SubmittedFile): readonly Item[] {
  return file.changes.flatMap((change) => (change.kind === 'removed' ? [] : withChildren(change.after.item)));
}

function withChildren(item: Item): readonly Item[] {
  return [item, ...item.children.flatMap(withChildren)];
}

/** The recorded lines have lost the carriage return that some files have. */
function sameAs(line: string): (other: string) => boolean {
  return (other) => other === line || other.replace(/\r$/, '') === line;
}

function touches(one: Place, other: Place): boolean {
  return one.startLine <= other.endLine && one.endLine >= other.startLine;
}
