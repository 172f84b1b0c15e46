import type { Item } from '../newsletter/issue.ts';
import type { SubmittedFile } from '../newsletter/submission.ts';
import { hasOldLine } from './has-old-line.ts';

/**
 * The first line of an item, counted in its file, that stood there before as text of its own: an item right above it, without
 * a blank line between, makes Markdown take it for a part of the item. undefined where there is none.
 */
export function findSwallowedLine({ base }: SubmittedFile, { entry }: Item): number | undefined {
  if (base === undefined) return undefined;
  const { text, place } = entry.content;
  const index = text.split('\n').findIndex((line, at) => at > 0 && /^\S/.test(line) && hasOldLine(base, line));
  return index === -1 ? undefined : place.startLine + index;
}
