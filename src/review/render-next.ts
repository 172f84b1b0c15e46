import type { OpenDraft } from '../newsletter/open-draft.ts';
import type { Submission } from '../newsletter/submission.ts';

/** One sentence: who decides, and when the issue closes. Knows only what the header of an open draft says. */
export function renderClosing(submission: Submission, openDrafts: readonly OpenDraft[] | undefined): string {
  const draft = submission.files.find(
    ({ path, role, head }) =>
      role === 'draft' && head?.header.date !== undefined && openDrafts?.every((open) => open.path !== path) !== true,
  );
  const { date, number } = draft?.head?.header ?? {};
  if (date === undefined) return 'The editors decide what is published.';
  const issue = number === undefined ? 'the issue' : `issue ${number}`;
  return `The editors decide what is published; ${issue} closes on ${date}.`;
}
