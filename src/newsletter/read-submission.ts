import type { RepositoryPath } from '../shared/brand.ts';
import { findOverCap } from './caps.ts';
import type { ChangedFile, ReadSubmission } from './changed-file.ts';
import { compareIssues } from './compare-issues.ts';
import type { Issue, Outline } from './issue.ts';
import { parseIssue } from './parse-issue.ts';
import type { SubmittedFile } from './submission.ts';
import type { Unreadable } from './unreadable.ts';

/**
 * Parses and compares the files of a pull request in this process. A file over the caps, before or after the change, is
 * in `unreadable` and not in the submission.
 */
export function readSubmission(files: readonly ChangedFile[], outline: Outline): ReadSubmission {
  const read: SubmittedFile[] = [];
  const unreadable: Unreadable[] = [];
  for (const file of files) {
    const over = findUnreadable(file);
    if (over === undefined) read.push(readFile(file, outline));
    else unreadable.push(over);
  }
  return { submission: { files: read }, unreadable };
}

function findUnreadable(file: ChangedFile): Unreadable | undefined {
  return overCap(file.path, file.head) ?? overCap(file.path, file.base);
}

function overCap(path: RepositoryPath, text: string | undefined): Unreadable | undefined {
  return text === undefined ? undefined : findOverCap(path, text);
}

function readFile(file: ChangedFile, outline: Outline): SubmittedFile {
  const base = parse(file.previousPath ?? file.path, file.base, outline);
  const head = parse(file.path, file.head, outline);
  const { path, role, previousPath, previousRole } = file;
  return { path, role, previousPath, previousRole, base, head, ...compareIssues(base, head) };
}

function parse(path: RepositoryPath, text: string | undefined, outline: Outline): Issue | undefined {
  return text === undefined ? undefined : parseIssue(path, text, outline);
}
