import type { TextEdit } from '../findings/finding.ts';
import type { Item } from '../newsletter/issue.ts';
import type { Place, PlacedText } from '../shared/place.ts';

/** The span from the end of one place to the start of another. */
export function getGap(from: Place, to: Place): Place {
  return {
    startLine: from.endLine,
    startColumn: from.endColumn,
    endLine: to.startLine,
    endColumn: to.startColumn,
  };
}

/** The empty span at the start of a place. */
export function getStart({ startLine, startColumn }: Place): Place {
  return { startLine, startColumn, endLine: startLine, endColumn: startColumn };
}

/** The empty span at the end of a place. */
export function getEnd({ endLine, endColumn }: Place): Place {
  return { startLine: endLine, startColumn: endColumn, endLine, endColumn };
}

/** The first line of an item. */
export function getFirstLine({ place, raw }: Item): Place {
  return { ...place, endLine: place.startLine, endColumn: raw.split('\n', 1).join('').length + 1 };
}

/** Lines by item: a hostile item has thousands of lines, and thousands of places to look at. */
const splitItems = new WeakMap<Item, readonly string[]>();

function getLines(item: Item): readonly string[] {
  const known = splitItems.get(item) ?? item.raw.split('\n');
  splitItems.set(item, known);
  return known;
}

/** One line of an item, from the item's start on. */
export function getItemLine(item: Item, line: number): string {
  return getLines(item)[line - item.place.startLine] ?? '';
}

/** The text of an item at a place inside it. */
export function sliceItem(item: Item, place: Place): string {
  const first = item.place.startLine;
  const lines = getLines(item).slice(place.startLine - first, place.endLine - first + 1);
  const columnOffset = (line: number): number => (line === first ? item.place.startColumn : 1);
  const text = lines.join('\n');
  const end = text.length - (lines.at(-1) ?? '').length + place.endColumn - columnOffset(place.endLine);
  return text.slice(place.startColumn - columnOffset(place.startLine), end);
}

/** The edit that makes a place of an item say `text`; none where it does already. */
export function rewrite(item: Item, place: Place, text: string): readonly TextEdit[] {
  return sliceItem(item, place) === text ? [] : [{ ...place, text }];
}

/** The place of a span of a text on one line, by offsets in that text. */
export function placeWithin({ place: { startLine, startColumn } }: PlacedText, start: number, end: number): Place {
  return { startLine, startColumn: startColumn + start, endLine: startLine, endColumn: startColumn + end };
}

/** The edit that replaces such a span. */
export function editWithin(placed: PlacedText, start: number, end: number, text: string): TextEdit {
  return { ...placeWithin(placed, start, end), text };
}
