import type { PlacedItem, SubmittedFile } from '../newsletter/submission.ts';

/** Items that the author puts where they are: added ones, and those that come from another section. */
export function listBrought({ changes }: SubmittedFile): readonly PlacedItem[] {
  return changes.flatMap((change) => {
    if (change.kind === 'added') return [change.after];
    return change.kind === 'moved' && change.before.section !== change.after.section ? [change.after] : [];
  });
}
