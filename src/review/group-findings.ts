import { isCommentable, type LineRange } from '../diff/commentable-lines.ts';
import { parsePatch } from '../diff/parse-patch.ts';
import type { Patch } from '../diff/patch.ts';
import { type Finding, SEVERITIES } from '../findings/finding.ts';
import { getTouchedLines, makeSuggestion, MAX_SUGGESTED_LINES, type Suggestion } from '../findings/suggestion.ts';
import { isShortEnough } from './render-comment.ts';
import type { DiffedFile } from './review-input.ts';

/** A finding with the name it keeps over pushes. */
export interface NamedFinding {
  readonly finding: Finding;
  readonly fingerprint: string;
}

/** Findings on the same lines of one file, which share one comment. */
export interface FindingGroup {
  readonly path: string;
  /** The gravest first. */
  readonly members: readonly NamedFinding[];
  /** Where the comment can stand; undefined where GitHub takes none on these lines. */
  readonly lines: LineRange | undefined;
  /** The one replacement of lines that remedies them together; undefined where there is none, or none to show. */
  readonly correction: Suggestion | undefined;
  /** The correction, where GitHub takes it as a suggestion: `lines` are its lines. */
  readonly suggestion: Suggestion | undefined;
}

/** Groups findings by the lines they speak of, and says for each group where its comment goes and what it suggests. */
export function groupFindings(
  findings: readonly NamedFinding[],
  files: readonly DiffedFile[],
): readonly FindingGroup[] {
  const paths = [...new Set(findings.map(({ finding }) => finding.path))];
  return paths.flatMap((path) => {
    const file = files.find((candidate) => candidate.path === path);
    const patch = parsePatch(file?.patch);
    const diff = { head: file?.head ?? '', patch: typeof patch === 'string' ? { hunks: [] } : patch };
    return joinTouching(findings.filter(({ finding }) => finding.path === path)).map((members) =>
      toGroup(path, members, diff),
    );
  });
}

function joinTouching(findings: readonly NamedFinding[]): readonly (readonly NamedFinding[])[] {
  const ranged = findings
    .map((named) => ({ named, range: getOwnLines(named.finding) }))
    .sort((one, other) => one.range.startLine - other.range.startLine);
  const groups: NamedFinding[][] = [];
  let lastLine = 0;
  for (const { named, range } of ranged) {
    if (range.startLine > lastLine) groups.push([]);
    groups.at(-1)?.push(named);
    lastLine = Math.max(lastLine, range.endLine);
  }
  return groups;
}

/** Lines of its edits if they can be suggested in one block, else of its place alone. */
function getOwnLines(finding: Finding): LineRange {
  const { startLine, endLine } = finding.place;
  return isCompact(finding) ? getTouchedLines(finding) : { startLine, endLine };
}

function isCompact(finding: Finding): boolean {
  const { startLine, endLine } = getTouchedLines(finding);
  return finding.edits.length > 0 && endLine - startLine < MAX_SUGGESTED_LINES;
}

function toGroup(
  path: string,
  unsorted: readonly NamedFinding[],
  { head, patch }: { head: string; patch: Patch },
): FindingGroup {
  const members = [...unsorted].sort((one, other) => rank(one) - rank(other));
  const edits = members.filter(({ finding }) => isCompact(finding)).map(({ finding }) => finding.edits);
  const made = makeSuggestion(head, edits);
  const correction = made !== undefined && isShortEnough(made) ? made : undefined;
  if (correction === undefined || !isCommentable(patch, correction)) {
    return { path, members, lines: findPlace(members, patch), correction, suggestion: undefined };
  }
  const { startLine, endLine } = correction;
  return { path, members, lines: { startLine, endLine }, correction, suggestion: correction };
}

/** The lines of all members, else the first line of one of them, whichever the diff has. */
function findPlace(members: readonly NamedFinding[], patch: Patch): LineRange | undefined {
  const places = members.map(({ finding }) => finding.place);
  const startLine = Math.min(...places.map((place) => place.startLine));
  const endLine = Math.max(...places.map((place) => place.endLine));
  const single = places.map((place) => ({ startLine: place.startLine, endLine: place.startLine }));
  return [{ startLine, endLine }, ...single].find((range) => isCommentable(patch, range));
}

/** 0 for the gravest. */
export function rank({ finding }: NamedFinding): number {
  return SEVERITIES.indexOf(finding.severity);
}
