import type { Config } from '../config/schema.ts';
import type { Item } from '../newsletter/issue.ts';
import type { Flaw } from './flaw.ts';

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
      message: describeBullet(item, bullet) ?? describeGap(item),
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

function describeGap({ raw, bullet, bulletPlace }: Item): string {
  if (/[^\S \t]/.test(raw.slice(0, bulletPlace.endColumn - 1))) {
    return 'The blank after the bullet is not a plain space, so this is no list item: start the line with {0}.';
  }
  return bulletPlace.endColumn - bulletPlace.startColumn === bullet.length
    ? 'The space after the bullet is missing: start the line with {0}.'
    : 'There are too many spaces after the bullet: start the line with {0}.';
}
