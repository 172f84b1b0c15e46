import { scanLinks } from '../newsletter/scan-links.ts';

/** Where the first link of some Markdown leads; what looks like one in its words, in code or escaped, is none. */
export function findAddress(markdown: string): string | undefined {
  for (const token of scanLinks(markdown, 0, markdown.length)) {
    if (token.kind === 'link') return markdown.slice(token.link.url.start, token.link.url.end);
  }
  return undefined;
}
