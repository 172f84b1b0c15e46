import { cutTo, MAX_QUOTE } from './limits.ts';
import { splitCode } from './split-code.ts';

/**
 * Text that others wrote, as a Markdown code span: nothing in it can mention, link, format or break the line. Blanks
 * and line breaks become single blanks, invisible and direction-changing characters are shown by their number, and
 * what is longer than `limit` is cut. Not for tables, where a bar ends the cell.
 */
export function toInertSpan(foreign: string, limit: number = MAX_QUOTE): string {
  const text = toOneLine(foreign, limit);
  if (text === '') return '(empty)';
  const fence = getFence(text, 1);
  // Markdown takes one blank from both ends where both have one.
  const padding = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

/**
 * Text that others wrote, for places that show plain text (check titles, annotations, terminals): one line, invisible
 * characters shown by their number, and a zero-width space after each character that could start a mention, a
 * reference or a link.
 */
export function toInertPlain(foreign: string, limit: number = MAX_QUOTE): string {
  const text = toOneLine(foreign, limit);
  return text
    .replace(/[@#]|:(?=\/\/)/g, `$&${BREAK}`)
    .replace(/(GH)-(?=\d)/gi, `$1-${BREAK}`)
    .replace(/(www)\./gi, `$1${BREAK}.`);
}

/** A code span, or the fence of a block, of text that holds shorter runs of backticks only. */
export function getFence(text: string, atLeast: number): string {
  const longest = (text.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 0);
  return '`'.repeat(Math.max(atLeast, longest + 1));
}

const MARKUP = /[\\*[\]<>`]|~(?=~)|(?<!\w)_|_(?!\w)|&(?=#?\w+;)/g;

/** Our own plain words as Markdown that shows them literally; code spans stay code, and addresses links. */
export function toLiteralMarkdown(own: string): string {
  return splitCode(own)
    .map(({ text, isCode }) => (isCode ? text : text.replace(MARKUP, '\\$&')))
    .join('');
}

const BREAK = '\u200B';

/**
 * Control, format (zero-width, direction), private and unassigned characters, surrogate halves, and blanks that are none or look
 * like none. A joiner inside an emoji is not meant.
 */
const INVISIBLE =
  /(?!(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D\p{Extended_Pictographic})[\p{C}\p{Zl}\p{Zp}\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/gu;

function toOneLine(foreign: string, limit: number): string {
  // Cut twice: first so that hostile length costs nothing, then because shown numbers are longer than what they show.
  const line = cutTo(foreign, limit * 2).replace(/[\s\u0085]+/g, ' ');
  return cutTo(showInvisible(line), limit);
}

/** A text whose invisible and direction-changing characters, line breaks among them, are shown by their number. */
export function showInvisible(foreign: string): string {
  return foreign.replace(INVISIBLE, showNumber);
}

/** A text without them, for places whose readers have no use for numbers. */
export function dropInvisible(foreign: string): string {
  return foreign.replace(INVISIBLE, '');
}

function showNumber(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
