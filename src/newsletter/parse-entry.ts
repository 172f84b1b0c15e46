import type { Entry, Link } from './issue.ts';
import { scanLinks, type EntryToken, type LinkSpan } from './scan-links.ts';
import type { Span } from './text-spans.ts';
import { toPlacedText, toPlace, toTrimmedText, type TextLines } from './text-lines.ts';

/** Reads what an item says from its own text, the span without bullet and children. */
export function parseEntry(lines: TextLines, start: number, end: number): Entry {
  const content = toTrimmedText(lines, start, end);
  const from = start + skipped(lines.text.slice(start, end));
  const to = from + content.text.length;
  const tokens = scanLinks(lines.text, from, to);
  const links = tokens.flatMap((token) => (token.kind === 'link' ? [token.link] : []));
  const [first] = links;
  const last = links.at(-1);
  const prefixes = first === undefined ? [] : leadingBrackets(lines.text, tokens, from);
  const beforeStart = prefixes.at(-1)?.end ?? from;
  return {
    content,
    prefixes: prefixes.map((span) => toPlacedText(lines, span.start + 1, span.end - 1)),
    before: toTrimmedText(lines, beforeStart, first?.start ?? to),
    links: links.map((link) => toLink(lines, link)),
    after: toTrimmedText(lines, last?.end ?? to, to),
  };
}

function skipped(text: string): number {
  return text.trim() === '' ? 0 : text.length - text.trimStart().length;
}

/** The brackets at the very start, up to the first link or word. */
function leadingBrackets(text: string, tokens: readonly EntryToken[], start: number): readonly Span[] {
  const brackets: Span[] = [];
  let at = start;
  for (const token of tokens) {
    if (token.kind === 'link' || text.slice(at, token.span.start).trim() !== '') break;
    brackets.push(token.span);
    at = token.span.end;
  }
  return brackets;
}

function toLink(lines: TextLines, link: LinkSpan): Link {
  return {
    place: toPlace(lines, link.start, link.end),
    title: toPlacedText(lines, link.title.start, link.title.end),
    url: toPlacedText(lines, link.url.start, link.url.end),
    hover: link.hover,
    defect: link.defect,
  };
}
