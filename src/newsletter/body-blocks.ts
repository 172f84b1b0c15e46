import { isContentLine } from './is-content-line.ts';

/** Headings, code and definitions are what a section is about, too. */
const STRUCTURE = /^(?:#{1,6}[ \t]|```|~~~|\[[^\]]+\]:)/;

/** Whether a block of lines is plain text, such as introduces a section. */
function isProse(block: string): boolean {
  return !isContentLine(block) && !STRUCTURE.test(block);
}

/** What stands below a heading that follows on nothing but plain text; undefined for any other body. */
export function cutAtHeading(body: string): { readonly heading: string; readonly rest: string } | undefined {
  const blocks = body.split(/\n{2,}/);
  const first = blocks.findIndex((block) => !isProse(block));
  const [, heading] = /^#{1,6}[ \t]+(.*)/.exec(blocks[first] ?? '') ?? [];
  if (heading === undefined) return undefined;
  const rest = [(blocks[first] ?? '').split('\n').slice(1).join('\n'), ...blocks.slice(first + 1)];
  return { heading, rest: rest.filter((block) => block !== '').join('\n\n') };
}

/**
 * The body without the plain text at its ends that the draft has already: its own words there are the newsletter's. A body
 * of plain text alone stays whole.
 */
export function trimProse(body: string, has: { readonly before: boolean; readonly after: boolean }): string {
  const blocks = body.split(/\n{2,}/);
  const [first, last] = [
    blocks.findIndex((block) => !isProse(block)),
    blocks.findLastIndex((block) => !isProse(block)),
  ];
  if (first < 0) return body;
  return blocks.slice(has.before ? first : 0, has.after ? last + 1 : blocks.length).join('\n\n');
}
