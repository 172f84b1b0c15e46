import type { CheckReport } from '../../src/cli/check/check-report.ts';
import { applySplices, chooseSplices } from '../../src/findings/splices.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { ChangedFile } from '../../src/newsletter/changed-file.ts';
import { toPlainMessage } from '../../src/cli/check/plain-message.ts';

type Review = (files: readonly ChangedFile[]) => Pick<CheckReport, 'findings'>;

/**
 * Accepts every edit of a review's findings at once, and says what is wrong with the outcome: an edit that stands in another's way, a
 * line that no edit names and that changed all the same, an edit that leaves something to say, or gives a reason to.
 */
export function findCompositionFlaws(
  files: readonly ChangedFile[],
  findings: readonly Finding[],
  review: Review,
): readonly string[] {
  const mended = acceptAll(files, findings);
  const flaws = files.flatMap((file, index) => [
    ...listHindered(file, findings),
    ...listLost(file, mended[index]?.head ?? '', findings),
  ]);
  return [...flaws, ...listLeft(findings, review(mended).findings)];
}

/** The files with all edits of the findings applied. */
export function acceptAll(files: readonly ChangedFile[], findings: readonly Finding[]): readonly ChangedFile[] {
  return files.map((file) => {
    const groups = groupsOf(file, findings);
    if (file.head === undefined || groups.length === 0) return file;
    return { ...file, head: applySplices(file.head, chooseSplices(file.head, groups)) };
  });
}

/**
 * What findings after accepting edits say that those before did not: a suggestion may be left of none, and of each rule only as
 * many findings as had no edit before.
 */
export function listLeft(before: readonly Finding[], after: readonly Finding[]): readonly string[] {
  const open = before.filter(({ edits }) => edits.length === 0);
  const allowed = new Map([...Map.groupBy(open, ({ rule }) => rule)].map(([rule, list]) => [rule, list.length]));
  return [...Map.groupBy(after, ({ rule }) => rule)].flatMap(([rule, list]) => {
    const old = new Set(open.map(describe));
    const known = list.filter((finding) => old.has(describe(finding)));
    const excess = list.length - (allowed.get(rule) ?? 0);
    const unknown = list.filter((finding) => !known.includes(finding));
    const offered = list.filter((finding) => finding.edits.length > 0 && !isHeldMove(finding, old));
    const suspects = excess > 0 ? (unknown.length > 0 ? unknown : list) : offered;
    return suspects.map((finding) => `left: ${tell(finding)}`);
  });
}

/** A move that had to wait for other edits of its line is offered after them. */
function isHeldMove(finding: Finding, open: ReadonlySet<string>): boolean {
  return finding.rule === 'section-fit' && open.has(describe(finding));
}

function groupsOf(file: ChangedFile, findings: readonly Finding[]) {
  return findings.filter(({ path, edits }) => path === file.path && edits.length > 0).map(({ edits }) => edits);
}

function listHindered(file: ChangedFile, findings: readonly Finding[]): readonly string[] {
  const head = file.head ?? '';
  const applied = new Set(chooseSplices(head, groupsOf(file, findings)).map((splice) => JSON.stringify(splice)));
  return findings
    .filter(({ path }) => path === file.path)
    .filter(({ edits }) => chooseSplices(head, [edits]).some((splice) => !applied.has(JSON.stringify(splice))))
    .map((finding) => `hindered by another edit: ${tell(finding)}`);
}

/** Lines that no edit names must all be there after, in their order. */
function listLost(file: ChangedFile, mended: string, findings: readonly Finding[]): readonly string[] {
  const touched = new Set<number>();
  for (const { startLine, endLine } of groupsOf(file, findings).flat()) {
    for (let line = startLine; line <= endLine; line += 1) touched.add(line);
  }
  const after = mended.split('\n');
  let at = 0;
  for (const [index, line] of (file.head ?? '').split('\n').entries()) {
    if (touched.has(index + 1)) continue;
    const found = after.indexOf(line, at);
    if (found < 0) return [`lost: line ${index + 1} of ${file.path}: ${line}`];
    at = found + 1;
  }
  return [];
}

function describe(finding: Finding): string {
  return JSON.stringify([finding.rule, finding.subject, finding.quotes]);
}

function tell(finding: Finding): string {
  return `${finding.path}:${finding.place.startLine} ${finding.rule}: ${toPlainMessage(finding)}`;
}
