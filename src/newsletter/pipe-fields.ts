import type { PlacedText } from '../shared/place.ts';
import type { Item, Link } from './issue.ts';

/** What stands between two pipes, without the blanks at its ends, and the links in it. */
export interface Field extends PlacedText {
  readonly links: readonly Link[];
}

/** The first line of an item cut at its pipes, with a backslash or without; a pipe inside a link is none. */
export function splitFields({ entry }: Item): readonly Field[] {
  const { startLine, startColumn } = entry.content.place;
  const [line = ''] = entry.content.text.replaceAll('\r', '').split('\n', 1);
  const links = entry.links.filter(({ place }) => place.startLine === startLine);
  const spans = links.map(({ place }) => ({
    start: place.startColumn - startColumn,
    end: place.endLine === startLine ? place.endColumn - startColumn : line.length,
  }));
  return cut(line, spans).map(({ start, end }) => {
    const inner = line.slice(start, end);
    const from = start + (inner.trim() === '' ? 0 : inner.length - inner.trimStart().length);
    const text = inner.trim();
    return {
      text,
      place: {
        startLine,
        startColumn: startColumn + from,
        endLine: startLine,
        endColumn: startColumn + from + text.length,
      },
      links: links.filter((_, index) => isBetween(spans[index], start, end)),
    };
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function isBetween(span: Span | undefined, start: number, end: number): boolean {
  return span !== undefined && span.start >= start && span.start < end;
}

/** Walks line and links together, once. */
function cut(line: string, links: readonly Span[]): readonly Span[] {
  const fields: Span[] = [];
  let start = 0;
  let next = 0;
  for (let at = 0; at < line.length; at += 1) {
    const link = links[next];
    if (link?.start === at) {
      next += 1;
      at = Math.max(at, link.end - 1);
    } else if (line[at] === '|') {
      fields.push({ start, end: at > start && line[at - 1] === '\\' ? at - 1 : at });
      start = at + 1;
    }
  }
  return [...fields, { start, end: line.length }];
}
