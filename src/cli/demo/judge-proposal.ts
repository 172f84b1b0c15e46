import { readDiffLines } from '../../sandbox/page/diff-lines.ts';
import type { PullState } from '../../sandbox/state.ts';

/** What a proposal adds to the draft, line by line. */
export function listAdded({ files }: Pick<PullState, 'files'>): readonly string[] {
  return files.flatMap(({ patch = '' }) =>
    readDiffLines(patch).flatMap(({ kind, text }) => (kind === 'added' ? [text] : [])),
  );
}

/** What about a refreshed proposal is not as expected, a sentence each: lines that must stand, and words that must not. */
export function judgeProposal(
  pull: Pick<PullState, 'files'>,
  { lines, gone }: { readonly lines: readonly string[]; readonly gone: string },
): readonly string[] {
  const added = listAdded(pull);
  const missing = lines.filter((words) => !added.some((line) => line.includes(words)));
  return [
    ...missing.map((words) => `“${words}” does not stand in the draft`),
    ...(added.some((line) => line.includes(gone)) ? [`“${gone}” is back`] : []),
  ];
}
