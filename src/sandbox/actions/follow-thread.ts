import { followLine, listPatchLines } from '../git/patch-lines.ts';
import type { Thread } from '../records/pull.ts';
import { readPullFiles } from './place-comment.ts';

/** Moves a thread from one commit to the pull request's head: its lines shift, or it is outdated. */
export async function followThread(thread: Thread, from: string): Promise<void> {
  const { pull } = thread;
  if (thread.isOutdated || from === pull.head.sha) return;
  const file = (await readPullFiles(pull)).find((one) => one.path === thread.path);
  if (thread.subject === 'file') {
    thread.isOutdated = file === undefined;
    return;
  }
  const follow = thread.side === 'LEFT' ? (line: number | undefined) => line : await followerOf(thread, from);
  const line = follow(thread.line);
  const startLine = follow(thread.startLine);
  const side = thread.side === 'LEFT' ? 'left' : 'right';
  const isShown = listPatchLines(file?.patch ?? '').some((one) => one[side] !== undefined && one[side] === line);
  const isWhole = thread.startLine === undefined || startLine !== undefined;
  thread.isOutdated = !isShown || !isWhole;
  thread.line = thread.isOutdated ? undefined : line;
  thread.startLine = thread.isOutdated ? undefined : startLine;
}

async function followerOf({ pull, path }: Thread, from: string) {
  const patch = await pull.repository.git.diffClosely(from, pull.head.sha, path);
  return (line: number | undefined) => (line === undefined ? undefined : followLine(patch, line));
}
