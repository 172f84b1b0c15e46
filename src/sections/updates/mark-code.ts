import { splitCode } from '../../wording/split-code.ts';
import { type TitleHabits, usualHabits } from './title-habits.ts';

const ATTRIBUTE = /#!?\[[^\]\n]{1,200}\]/;

/**
 * A title with code around what looks like code: `a_b`, `a::b`, `#[a]`, `a!`, `a(b)`, `A<B>`, `&a`, `-Zflag` and the given
 * words. What is code already stays, and code beside code becomes one.
 */
export function markCode(title: string, words: readonly string[], habits: TitleHabits = usualHabits): string {
  const known = new Set(words);
  const isCode = (word: string): boolean => known.has(word) || looksLikeCode(word, habits);
  const parts = splitCode(title);
  const marked = parts.map(({ text, isCode: isMarked }, index) => {
    if (isMarked) return text;
    const [before, inner, after] = cutTouching(text, index > 0, index < parts.length - 1);
    return before + markPlain(inner, isCode) + after;
  });
  return joinCode(marked.join(''));
}

/** Before, between and behind: what touches code before or after a stretch is no word of its own. */
function cutTouching(text: string, isAfterCode: boolean, isBeforeCode: boolean): readonly [string, string, string] {
  const [before = ''] = isAfterCode ? (/^\S+/.exec(text) ?? []) : [];
  const rest = text.slice(before.length);
  const [after = ''] = isBeforeCode ? (/\S+$/.exec(rest) ?? []) : [];
  return [before, rest.slice(0, rest.length - after.length), after];
}

type IsCode = (word: string) => boolean;

function markPlain(text: string, isCode: IsCode): string {
  const attribute = ATTRIBUTE.exec(text);
  if (attribute === null || text.includes('`')) return markWords(text, isCode);
  const end = attribute.index + attribute[0].length;
  return `${markWords(text.slice(0, attribute.index), isCode)}\`${attribute[0]}\`${markPlain(text.slice(end), isCode)}`;
}

function markWords(text: string, isCode: IsCode): string {
  return text
    .split(' ')
    .map((word) => {
      const whole = markWord(word, (core) => PAIR.test(core));
      return whole === word
        ? word
            .split(SLASH)
            .map((part) => markWord(part, isCode))
            .join('')
        : whole;
    })
    .join(' ');
}

/** a/b_c is one name; otherwise each side of a slash is a word of its own. */
const PAIR = /^(?=.*(?:[a-z]_[a-z]|::))[\w:]+\/[\w:]+$/;
const SLASH = /(\/(?=[A-Za-z])(?!.*\.))/;

function markWord(word: string, isCode: IsCode): string {
  const { before, core, after } = peel(word);
  if (core === '' || core.includes('`') || core.length > 200 || !isCode(core)) return word;
  const quote = before.slice(-1);
  const isQuoted = /['"]/.test(quote) && after.startsWith(quote) && core.includes('_');
  return isQuoted
    ? `${before.slice(0, -1)}\`${quote}${core}${quote}\`${after.slice(1)}`
    : `${before}\`${core}\`${after}`;
}

interface Peeled {
  readonly before: string;
  readonly core: string;
  readonly after: string;
}

/** Takes punctuation from around a word; a closing bracket belongs to the word if its opening one does. */
function peel(word: string): Peeled {
  const before = /^(?:["'“]|\((?!.*\).*\w)|\[(?!.*\].*\w)|\{(?!.*\}.*\w))*/.exec(word)?.[0] ?? '';
  let core = word.slice(before.length);
  while (/[,.;:?"”…]$|'s$|'$/.test(core) || hasLoneBracket(core)) {
    core = core.endsWith("'s") ? core.slice(0, -2) : core.slice(0, -1);
  }
  return { before, core, after: word.slice(before.length + core.length) };
}

function hasLoneBracket(core: string): boolean {
  const [, opening] = { ')': ['', '('], ']': ['', '['], '}': ['', '{'] }[core.slice(-1)] ?? [];
  return opening !== undefined && !core.includes(opening);
}

const CODE: readonly RegExp[] = [
  // snake_case, and what hangs on it: x86_64-apple-darwin, expr_*
  /^[\w.*-]*[A-Za-z0-9]_[\w.*-]+(?:!?(?:\(\))?)$/,
  /^_[a-z]\w*$/,
  // a::b::c
  /^[\w.]+(?:::[\w*]+)+(?:!?(?:\(\))?|<[^`]*>)$/,
  // a(b), not a(s)
  /^[A-Za-z]\w+\((?!s\)|es\)|\d)[^`]*\)$/,
  /^[A-Za-z]\(\w+\)$/,
  // A<B>
  /^[&+]?[\w:]*<(?:[A-Za-z'_&[(]|\w)[^`]*>$/,
  /^&(?:'\w+|mut|[a-z]\w*)$/,
  /^-Z[\w-]+(?:=\S+)?$/,
];

/** a::{b,c}, {to,from}_bits, a_b(_c) */
const ALTERNATIVES = /^(?=.*(?:_|::))(?=.*[({[])[\w:.,*?{}()[\]]*[a-z][\w:.,*?{}()[\]]*$/;
/** a!, a!() */
const MACRO = /^[a-z]\w*!(?:\(\)|\[\])?$/;
const CAMEL_CASE = /^[A-Z][a-z]+(?:[A-Z][a-z0-9]+)+$/;
const NAMES: ReadonlySet<string> = new Set(['GitHub', 'JavaScript', 'TypeScript', 'WebAssembly']);

function looksLikeCode(word: string, { marksCamelCase, marksMacros }: TitleHabits): boolean {
  if (marksMacros && MACRO.test(word)) return true;
  if (marksCamelCase && CAMEL_CASE.test(word) && !NAMES.has(word)) return true;
  return CODE.some((pattern) => pattern.test(word)) || (ALTERNATIVES.test(word) && isBalanced(word));
}

function isBalanced(word: string): boolean {
  return word.replace(/[^({[]/g, '').length === word.replace(/[^)}\]]/g, '').length;
}

/** Two spans of code with a blank between them are one to the newsletter's editors. */
function joinCode(text: string): string {
  const parts = splitCode(text);
  const isSimple = (part: string | undefined): part is string => part !== undefined && /^`[^`]+`$/.test(part);
  return parts.reduce((result, { text: part, isCode }, index) => {
    const next = parts[index + 1];
    const previous = parts[index - 1];
    if (!isCode && part === ' ' && isSimple(previous?.text) && isSimple(next?.text)) return `${result.slice(0, -1)} `;
    const isJoined = isCode && previous?.text === ' ' && isSimple(part) && isSimple(parts[index - 2]?.text);
    return result + (isJoined ? part.slice(1) : part);
  }, '');
}
