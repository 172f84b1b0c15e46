import { dropInvisible } from '../wording/inert-text.ts';
import { splitCode } from '../wording/split-code.ts';

/**
 * The title of a thread as Markdown between the brackets of a link: shows literally what it says. Only what would be read as markup
 * is escaped, since the source is read by editors too; backticks in pairs stay code. What cannot be seen is left out.
 */
export function escapeTitle(title: string): string {
  const parts = splitCode(dropInvisible(title.replace(/\s+/g, ' ')).trim());
  const plain = parts.map(({ text, isCode }) => (isCode ? '' : text)).join('');
  const marks = {
    breaksLink: /\][[(]/.test(plain) || LABEL.test(plain) || hasLoneBracket(plain),
    isEmphasis: listEmphasis(plain),
  };
  return parts.map(({ text, isCode }) => (isCode ? text : escapeText(text, marks))).join('');
}

/** A word in brackets may be the label of one of the issue's own definitions, as `[merged]` is; types such as `[u8]` are none. */
const LABEL = /(?<!#!?)\[[a-z][a-z_ -]{4,}\]/i;

interface Marks {
  /** Its brackets are more than pairs. */
  readonly breaksLink: boolean;
  /** Signs that occur often enough to begin and end emphasis. */
  readonly isEmphasis: ReadonlySet<string>;
}

function escapeText(text: string, { breaksLink, isEmphasis }: Marks): string {
  const escaped = text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, String.raw`\\`)
    .replace(/`/g, String.raw`\``)
    .replace(
      /<(?=[A-Za-z/!?])([^<>]{0,100})(>?)/g,
      (_, inner: string, end: string) => `\\<${inner}${end === '' ? '' : String.raw`\>`}`,
    )
    .replace(/&(?=#?\w+;)/g, String.raw`\&`)
    .replace(/~/g, String.raw`\~`)
    .replace(EMPHASIS, (sign) => (isEmphasis.has(sign) ? `\\${sign}` : sign));
  return breaksLink ? escaped.replace(/[[\]]/g, String.raw`\$&`) : escaped;
}

/** Underscores inside a word mean nothing. */
const EMPHASIS = /\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

function listEmphasis(plain: string): ReadonlySet<string> {
  const signs = [...plain.matchAll(EMPHASIS)].map(([sign]) => sign);
  return new Set(signs.filter((sign, index) => signs.indexOf(sign) !== index));
}

/** Brackets in pairs may stand inside a link's text; one without its partner would end it. */
function hasLoneBracket(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    if (depth < 0) return true;
  }
  return depth !== 0;
}
