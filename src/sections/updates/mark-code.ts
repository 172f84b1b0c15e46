import { splitCode } from '../../wording/split-code.ts';

const ATTRIBUTE = /#!?\[[^\]\n]{1,200}\]/;

/**
 * A title with code around what looks like code: `a_b`, `a::b`, `#[a]`, `a!`, `a(b)`, `A<B>`, `&a`, `-Zflag` and the given
 * words. What is code already stays, and code beside code becomes one.
 */
export function markCode(title: string, words: readonly string[]): string {
  const marked = splitCode(title).map(({ text, isCode }) => (isCode ? text : markPlain(text, new Set(words))));
  return joinCode(marked.join(''));
}

function markPlain(text: string, words: ReadonlySet<string>): string {
  const attribute = ATTRIBUTE.exec(text);
  if (attribute === null || text.includes('`')) return markWords(text, words);
  const end = attribute.index + attribute[0].length;
  return `${markWords(text.slice(0, attribute.index), words)}\`${attribute[0]}\`${markPlain(text.slice(end), words)}`;
}

/** A stretch that touches code is no word of its own. */
function markWords(text: string, words: ReadonlySet<string>): string {
  return text
    .split(/( |\/(?=[A-Za-z])(?!.*\.))/)
    .map((word) => markWord(word, words))
    .join('');
}

function markWord(word: string, words: ReadonlySet<string>): string {
  const { before, core, after } = peel(word);
  const isCode = core !== '' && !core.includes('`') && (words.has(core) || looksLikeCode(core));
  return isCode ? `${before}\`${core}\`${after}` : word;
}

interface Peeled {
  readonly before: string;
  readonly core: string;
  readonly after: string;
}

/** Takes punctuation from around a word; a closing bracket belongs to the word if its opening one does. */
function peel(word: string): Peeled {
  const before = /^["'([{“]*/.exec(word)?.[0] ?? '';
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
  // a!, a!()
  /^[a-z]\w*!(?:\(\)|\[\])?$/,
  // a(b), not a(s)
  /^[A-Za-z]\w+\((?!s\)|es\)|\d)[^`]*\)$/,
  /^[A-Za-z]\(\w+\)$/,
  // A<B>
  /^[&+]?[\w:]*<(?:[A-Za-z'_&[(]|\w)[^`]*>$/,
  /^&(?:'\w+|mut|[a-z]\w*)$/,
  /^-Z[\w-]+(?:=\S+)?$/,
];

function looksLikeCode(word: string): boolean {
  return word.length <= 200 && CODE.some((pattern) => pattern.test(word));
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
