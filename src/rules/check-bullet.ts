import type { Config } from '../config/schema.ts';
import type { Item } from '../newsletter/issue.ts';
import type { Flaw } from './flaw.ts';

const TOO_WIDE = 'There are too many spaces after the bullet: start the line with {0}.';

/** A top-level item of events or calls that does not begin as it should. */
export function checkBullet(item: Item, { bullet }: Config): readonly Flaw[] {
  const start = `${bullet} `;
  const marker = { ...item.bulletPlace, startColumn: 1 };
  const width = marker.endColumn - marker.startColumn;
  const isEmpty = item.entry.content.text === '';
  if (isEmpty || (item.raw.startsWith(start) && width === start.length)) return [];
  return [
    {
      place: width === 0 ? item.entry.content.place : marker,
      message: describeBullet(item, bullet) ?? describeTight(item) ?? TOO_WIDE,
      quotes: [start, item.bullet],
      edits: [{ ...marker, text: start }],
    },
  ];
}

/**
 * What is wrong with the bullet of an item, of whatever kind; undefined where it is the wanted one in the first column. {0}
 * stands for the right start of the line, {1} for the item's own bullet.
 */
export function describeBullet({ bullet, indent }: Item, wanted: string): string | undefined {
  if (bullet === '') return 'The bullet is missing, so this is no list item: start the line with {0}.';
  if (bullet !== wanted) return 'The bullet is {1}: start the line with {0}, as the other items do.';
  if (indent > 0) return 'There are spaces before the bullet: start the line with {0} in the first column.';
  return undefined;
}

/** Of a bullet that Markdown does not know as one for what follows it; undefined where a space or a tab does. */
export function describeTight({ raw, bullet, indent }: Item): string | undefined {
  const next = raw.slice(indent + bullet.length);
  if (/^[ \t]/.test(next)) return undefined;
  return /^\s/.test(next)
    ? 'The blank after the bullet is not a plain space, so this is no list item: start the line with {0}.'
    : 'The space after the bullet is missing, so this is no list item: start the line with {0}.';
}
