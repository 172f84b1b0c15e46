import { cutHunk, listPatchLines, type PatchLine } from '../git/patch-lines.ts';
import type { DiffFile } from '../git/read-diff.ts';
import type { Pull, Side, Thread } from '../records/pull.ts';

/** Where somebody wants to say something. */
export interface WantedPlace {
  readonly path: string;
  readonly line: number | undefined;
  readonly side: Side;
  readonly startLine: number | undefined;
  readonly startSide: Side | undefined;
  /** Legacy: rows below the first hunk's head. */
  readonly position: number | undefined;
  readonly wholeFile: boolean;
}

export type Place = Pick<
  Thread,
  'path' | 'subject' | 'side' | 'startSide' | 'originalLine' | 'originalStartLine' | 'diffHunk' | 'originalPosition'
>;

/** Why a place is refused, as the field of the thread and GitHub's sentence. */
export interface Misplaced {
  readonly field: 'path' | 'line' | 'start_line';
  readonly sentence: string;
}

/** The files of a pull request as they were at one of its commits. */
export async function readPullFiles(pull: Pull, commit = pull.head.sha): Promise<readonly DiffFile[]> {
  const { git } = pull.repository;
  return git.diff((await git.findMergeBase(pull.base.sha, commit)) ?? pull.base.sha, commit);
}

/** Finds the place in the diff, or says why GitHub would not take a comment there. */
export function placeComment(files: readonly DiffFile[], wanted: WantedPlace): Place | Misplaced {
  const file = files.find((one) => one.path === wanted.path);
  if (file === undefined) return { field: 'path', sentence: 'Path could not be resolved' };
  const lines = file.patch === undefined ? [] : listPatchLines(file.patch);
  if (wanted.wholeFile) return placeOnFile(wanted);
  const end =
    wanted.position === undefined
      ? lines.find((line) => wanted.line !== undefined && line[numberOn(wanted.side)] === wanted.line)
      : lines.find((line) => line.row === wanted.position);
  if (end === undefined || file.patch === undefined) return { field: 'line', sentence: 'Line could not be resolved' };
  const misplaced = wanted.startLine === undefined ? undefined : checkStart(lines, end, wanted);
  return misplaced ?? placeOnLine(file.patch, end, wanted);
}

function numberOn(side: Side): 'left' | 'right' {
  return side === 'LEFT' ? 'left' : 'right';
}

function checkStart(lines: readonly PatchLine[], end: PatchLine, wanted: WantedPlace): Misplaced | undefined {
  const { startLine, startSide = wanted.side, side, line } = wanted;
  const start = lines.find((one) => one[numberOn(startSide)] === startLine);
  if (start === undefined) return { field: 'start_line', sentence: 'Start line could not be resolved' };
  const isBefore = startSide === side ? (startLine ?? 0) < (line ?? 0) : start.row < end.row;
  if (!isBefore) return { field: 'start_line', sentence: 'Start line must precede the end line' };
  if (start.hunk !== end.hunk) {
    return { field: 'start_line', sentence: 'Start line must be part of the same hunk as the line' };
  }
  return undefined;
}

function placeOnLine(patch: string, end: PatchLine, wanted: WantedPlace): Place {
  const side = wanted.position !== undefined && end.right === undefined ? 'LEFT' : wanted.side;
  return {
    path: wanted.path,
    subject: 'line',
    side,
    startSide: wanted.startLine === undefined ? undefined : (wanted.startSide ?? side),
    originalLine: end[numberOn(side)],
    originalStartLine: wanted.startLine,
    diffHunk: cutHunk(patch, end.row),
    originalPosition: end.row,
  };
}

function placeOnFile({ path }: WantedPlace): Place {
  return {
    path,
    subject: 'file',
    side: 'RIGHT',
    startSide: undefined,
    originalLine: undefined,
    originalStartLine: undefined,
    diffHunk: '',
    originalPosition: undefined,
  };
}
