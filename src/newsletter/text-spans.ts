/** A span of offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * How far the partner of a bracket, parenthesis or backtick is looked for: no title or address is longer, and it keeps
 * the time linear in the length of a text whose marks never close.
 */
const MAX_DISTANCE = 5_000;

/** The offset of a mark from `at` on and before `end`; -1 if there is none near. */
export function findNear(text: string, mark: string, at: number, end: number): number {
  const found = text.slice(at, Math.min(end, at + MAX_DISTANCE)).indexOf(mark);
  return found < 0 ? -1 : at + found;
}

/** The offset after a code span; after its backticks where nothing closes it. */
export function skipCode(text: string, at: number, end: number): number {
  let ticks = at;
  while (ticks < end && text[ticks] === '`') ticks += 1;
  const fence = text.slice(at, ticks);
  for (let close = findNear(text, fence, ticks, end); close >= 0;) {
    let after = close;
    while (after < end && text[after] === '`') after += 1;
    if (after - close === fence.length) return after;
    close = findNear(text, fence, after, end);
  }
  return ticks;
}

/** The offset of the bracket that closes the one at `at`; escapes, code spans and brackets in brackets are skipped. */
export function findClosingBracket(text: string, at: number, end: number): number | undefined {
  const limit = Math.min(end, at + MAX_DISTANCE);
  let depth = 0;
  for (let index = at; index < limit; index += 1) {
    const character = text[index];
    if (character === '\\') index += 1;
    else if (character === '`') index = skipCode(text, index, limit) - 1;
    else if (character === '[') depth += 1;
    else if (character === ']') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return undefined;
}

/** A span without the blanks at its ends. */
export function trimSpan(text: string, span: Span): Span {
  const inner = text.slice(span.start, span.end);
  const start = span.start + inner.length - inner.trimStart().length;
  return { start, end: Math.max(start, span.start + inner.trimEnd().length) };
}
