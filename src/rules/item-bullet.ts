import type { Config } from '../config/schema.ts';
import type { TextEdit } from '../findings/finding.ts';
import type { Item } from '../newsletter/issue.ts';
import type { Place } from '../shared/place.ts';
import { describeBullet, describeTight } from './check-bullet.ts';
import { defineRule, type JudgedItem, noOptions, type Problem } from './define-rule.ts';
import { findLooseLines } from './find-loose-lines.ts';
import { getSubject, judgeLinkItems } from './judge-items.ts';

export const itemBullet = defineRule({
  id: 'item-bullet',
  severity: 'error',
  summary: 'an item that does not start with the newsletter’s bullet in the first column',
  options: noOptions,
  needs: [],
  check: (context) => [
    ...judgeLinkItems(context, (judged) => checkItem(judged, context.config)),
    ...findLooseLines(context),
  ],
});

function checkItem({ file, item }: JudgedItem, { bullet }: Config): readonly Problem[] {
  const start = `${bullet} `;
  const message = describe(item, bullet);
  if (message === undefined) return [];
  return [
    {
      path: file.path,
      place: getStart(item),
      message,
      quotes: [start, item.bullet],
      edits: [{ ...getMarker(item), text: start }],
      subject: getSubject(item),
    },
  ];
}

function describe(item: Item, bullet: string): string | undefined {
  // `empty-item` takes the line out.
  if (item.entry.content.text === '') return undefined;
  // A line without a link is a note below the item above; `item-form` speaks of it.
  if (item.indent > 0 && item.entry.links.length === 0) return undefined;
  return describeBullet(item, bullet) ?? describeTight(item);
}

/** From the first column to the first character of the text. */
function getMarker({ place, bulletPlace }: Item): Place {
  return { ...bulletPlace, startLine: place.startLine, startColumn: 1 } satisfies Omit<TextEdit, 'text'>;
}

/** What to point at: the marker, or the line where there is none. */
function getStart(item: Item): Place {
  const marker = getMarker(item);
  if (marker.startColumn < marker.endColumn) return marker;
  const { content, links } = item.entry;
  const end = links[0]?.place ?? content.place;
  return end.endLine === marker.startLine ? { ...marker, endColumn: end.endColumn } : marker;
}
