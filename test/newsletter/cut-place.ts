import type { Item } from '../../src/newsletter/issue.ts';
import type { Place, PlacedText } from '../../src/shared/place.ts';

/** Cuts a place out of a text by its lines and columns alone. */
export function cutPlace(source: string, { startLine, startColumn, endLine, endColumn }: Place): string {
  const lines = source.split('\n').slice(startLine - 1, endLine);
  const last = lines.length - 1;
  lines[last] = lines[last]?.slice(0, endColumn - 1) ?? '';
  lines[0] = lines[0]?.slice(startColumn - 1) ?? '';
  return lines.join('\n');
}

/** Everything of an item that says where it stands. */
export function listPlacedTexts({ entry, place, raw }: Item): readonly PlacedText[] {
  const { content, prefixes, before, after, links } = entry;
  const ofLinks = links.flatMap(({ title, url }) => [title, url]);
  return [{ text: raw, place }, content, before, after, ...prefixes, ...ofLinks];
}
