import type { ItemChange, OutsideEdit, PlacedItem, Submission, SubmittedFile } from '../newsletter/submission.ts';
import { renderReason } from './render-place.ts';
import type { SuggestedPlace } from './review-input.ts';
import { toInertSpan } from '../wording/inert-text.ts';

/**
 * What a pull request does to the newsletter, a line of Markdown for each item, with the section where the archive would
 * put it. Empty where it does nothing.
 */
export function renderSubmission(submission: Submission, places: readonly SuggestedPlace[]): readonly string[] {
  return submission.files.flatMap((file) => {
    const own = new Map(places.filter(({ path }) => path === file.path).map((place) => [place.line, place]));
    const changes = file.changes.map((change) => renderChange(change) + renderPlace(change, own));
    const lines = [...changes, ...file.outside.map(renderOutside)];
    return [`In ${toInertSpan(file.path)}${renderFate(file)}:`, ...(lines.length > 0 ? lines : ['- no item changes'])];
  });
}

function renderFate({ base, head, previousPath }: SubmittedFile): string {
  if (head === undefined) return ' (deleted)';
  if (previousPath !== undefined) return ` (renamed from ${toInertSpan(previousPath)})`;
  return base === undefined ? ' (new)' : '';
}

function renderChange(change: ItemChange): string {
  switch (change.kind) {
    case 'added':
      return `- added ${renderItem(change.after)}, line ${change.after.item.place.startLine}`;
    case 'changed':
      return `- changed ${renderItem(change.after)}, line ${change.after.item.place.startLine}`;
    case 'moved':
      return `- moved ${renderItem(change.after)}, line ${change.after.item.place.startLine}, from ${renderSection(change.before)}`;
    case 'removed':
      return `- removed ${renderItem(change.before)}`;
  }
}

/** For editors: whether the archive agrees, and why. */
function renderPlace(change: ItemChange, places: ReadonlyMap<number, SuggestedPlace>): string {
  const place = change.kind === 'removed' ? undefined : places.get(change.after.item.place.startLine);
  if (place === undefined || change.kind === 'removed') return '';
  const fits = place.section === change.after.section ? 'fits there' : `would fit ${toInertSpan(place.section)}`;
  return `; ${fits} (${Math.round(place.confidence * 100)} %: ${renderReason(place)})`;
}

function renderItem(placed: PlacedItem): string {
  const { links, content } = placed.item.entry;
  return `${toInertSpan(links[0]?.title.text ?? content.text)} in ${renderSection(placed)}`;
}

function renderSection({ section }: PlacedItem): string {
  return section === '' ? 'the text before the first heading' : toInertSpan(section);
}

function renderOutside({ kind, startLine, endLine }: OutsideEdit): string {
  const lines = startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`;
  return `- ${kind} text outside items, ${lines}`;
}
