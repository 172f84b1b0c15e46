import type { Item } from './issue.ts';

/** What an item says, as compared: without bullet, indentation and the amount of white space; with its children. */
export function toItemText(item: Item): string {
  return [squeeze(item.entry.content.text), ...item.children.map(toItemText)].join('\n  ');
}

/** The address of the item's first link; '' where it has none. Trailing slashes and case of scheme and host do not matter. */
export function toItemUrl(item: Item): string {
  const url = firstLink(item)?.url.text ?? '';
  return url.replace(/^[^/]*\/\/[^/]*/, (site) => site.toLowerCase()).replace(/(?<!\/)\/+$/, '');
}

/** The words of the item's first link, or its own words where it has none. */
export function toItemTitle(item: Item): string {
  return squeeze(firstLink(item)?.title.text ?? item.entry.content.text).toLowerCase();
}

/** How an item is set: its indentation, its bullet, whether a blank follows the bullet; and its children's. */
export function toItemForm(item: Item): string {
  const { startColumn, endColumn } = item.bulletPlace;
  const blank = endColumn - startColumn > item.bullet.length ? '_' : '';
  return [`${item.indent}${item.bullet}${blank}`, ...item.children.map(toItemForm)].join(' ');
}

/** A text with every run of white space as one blank, trimmed. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function firstLink(item: Item): Item['entry']['links'][number] | undefined {
  const [own] = item.entry.links;
  const [child] = item.children;
  // A meeting's own page tells it from the group's other meetings: the group's page is the same every week.
  return (item.children.length === 1 ? child?.entry.links[0] : undefined) ?? own;
}
