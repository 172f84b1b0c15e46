import { splitCode } from '../wording/split-code.ts';

/**
 * The title of a thread as Markdown between the brackets of a link: shows literally what it says. Only what would be read as markup
 * is escaped, since the source is read by editors too; backticks in pairs stay code.
 */
export function escapeTitle(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  const parts = splitCode(line);
  const isBalanced = hasBalancedBrackets(parts.map(({ text, isCode }) => (isCode ? '' : text)).join(''));
  return parts.map(({ text, isCode }) => (isCode ? text : escapeText(text, isBalanced))).join('');
}

/** Balanced brackets may stand inside a link's text; one without its partner would end it. */
function escapeText(text: string, isBalanced: boolean): string {
  const escaped = text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, String.raw`\\`)
    .replace(/`/g, String.raw`\``)
    .replace(/<(?=[A-Za-z/!?])([^<>]{0,100})(>?)/g, (_, inner: string, end: string) => `\\<${inner}${end && '\\>'}`)
    .replace(/&(?=#?\w+;)/g, String.raw`\&`)
    .replace(/\*(?=\S)|(?<=\S)\*/g, String.raw`\*`)
    .replace(/(?<!\w)_(?=\S)|(?<=\S)_(?!\w)/g, String.raw`\_`)
    .replace(/~(?=~)/g, String.raw`\~`);
  return isBalanced ? escaped.replace(/\](?=[[(])/g, String.raw`\]`) : escaped.replace(/[[\]]/g, String.raw`\$&`);
}

function hasBalancedBrackets(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
