/** GitHub refuses a comment of more than 65,536 characters; some room is left for what GitHub adds. */
export const MAX_BODY = 58_000;

/** GitHub refuses a check run whose summary or text is longer. Counted in bytes of UTF-8, the stricter reading. */
export const MAX_CHECK_TEXT = 65_535;

/** GitHub takes no more annotations of a check run in one request; an update adds to them. */
export const MAX_ANNOTATIONS = 50;

/** More open inline comments than this bury a contributor; the rest stands in the summary. */
export const MAX_INLINE_COMMENTS = 30;

/** More findings than this on one line are not read there; the rest stands in the summary. */
export const MAX_FINDINGS_IN_COMMENT = 20;

/** A quotation longer than this is cut. */
export const MAX_QUOTE = 200;

/**
 * Findings that a check run points at and lists; the rest is only counted. Every 50 of them cost a request, of the 80
 * that GitHub allows a minute to all pull requests of the newsletter together.
 */
export const MAX_REPORTED = 250;

/** GitHub refuses longer annotation titles. */
export const MAX_TITLE = 255;

/**
 * The beginning of a text, at most `limit` UTF-16 units long together with the note that says it was cut. No
 * character is cut in two. A text that fits is returned as it is.
 */
export function cutTo(text: string, limit: number, note = '…'): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, Math.max(0, limit - note.length));
  const isSplit = /[\uD800-\uDBFF]$/.test(kept);
  return (isSplit ? kept.slice(0, -1) : kept) + note;
}

/** How many bytes a text takes on the wire. */
export function countBytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/**
 * The first blocks, in order, that fit together into `limit` bytes; how many were left out is told to `tellRest`.
 * @param hidden how many more there are that nobody rendered
 */
export function joinWithin(
  blocks: readonly string[],
  limit: number,
  tellRest: (left: number) => string,
  hidden = 0,
): string {
  const whole = [...blocks, ...(hidden > 0 ? [tellRest(hidden)] : [])].join('\n');
  if (countBytes(whole) <= limit) return whole;
  let size = countBytes(tellRest(blocks.length + hidden));
  const fitting = blocks.findIndex((block) => {
    size += countBytes(block) + 1;
    return size > limit;
  });
  return [...blocks.slice(0, fitting), tellRest(blocks.length - fitting + hidden)].join('\n');
}
