import type { Link } from '../newsletter/issue.ts';
import { findOwnPrefix, isLanguage, spellLanguage, spellPrefix } from './spell-prefix.ts';

/** A prefix that was written inside the brackets of a link. */
export interface TitleMark {
  /** In the newsletter’s spelling. */
  readonly prefix: string;
  /** Where it stands in the title, with the blanks between it and the rest. */
  readonly start: number;
  readonly end: number;
  /** A language in words, which says all that readers need, if not in the usual place. */
  readonly isInWords?: boolean;
}

/** The prefixes at the start of a link’s title, and one at its end: `[[video] Moon](…)`, `[Mond (German)](…)`. */
export function findTitleMarks({ title, defect }: Link, prefixes: readonly string[]): readonly TitleMark[] {
  // Where brackets do not match, nobody knows which are the link’s; a title over several lines has to become one first.
  if (defect === 'unclosed-bracket' || title.text.includes('\n')) return [];
  const leading = findLeading(title.text, prefixes);
  const from = leading.at(-1)?.end ?? 0;
  const trailing = findTrailing(title.text.slice(from), prefixes);
  const marks = [...leading, ...(trailing === undefined ? [] : [shift(trailing, from)])];
  const left = marks.reduce((length, { start, end }) => length - (end - start), title.text.length);
  // Of a title that is nothing but a mark, nothing would be left.
  return left > 0 ? marks : [];
}

function findLeading(text: string, prefixes: readonly string[]): readonly TitleMark[] {
  const marks: TitleMark[] = [];
  const pattern = /\s*\[([^\][]{1,20})\]\s*/y;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const [whole, word = ''] = found;
    const prefix = spellPrefix(word, prefixes);
    // Two letters may be anything in a title; those of a language hardly are.
    if (prefix === undefined || (isLanguage(prefix) && spellLanguage(word) === undefined)) break;
    marks.push({ prefix, start: found.index, end: found.index + whole.length });
  }
  return marks;
}

function findTrailing(text: string, prefixes: readonly string[]): TitleMark | undefined {
  const tail = text.slice(-40);
  const [whole = '', mark = '', word = ''] = /\s*([[(](?:in )?(\w{1,20})[\])])\s*$/.exec(tail) ?? [];
  const isAlone = mark.length === word.length + 2;
  const known = isAlone ? findOwnPrefix(word, prefixes) : undefined;
  const prefix = known ?? readTrailingLanguage(mark, word);
  if (prefix === undefined) return undefined;
  return {
    prefix,
    start: text.length - whole.length,
    end: text.length,
    isInWords: known === undefined && !LETTERS.test(mark),
  };
}

const LETTERS = /^\[[A-Z]{2}\]$/;
/** Of the letters of languages, those that rather stand for something else behind a title. */
const OTHER_LETTERS = /^(?:CA|CS|CV|IO|ML|OS|PS|SC|TS|UK)$/;

/** `[DE]`, `(German)`, `(in German)`; what is in English says so for other reasons. */
function readTrailingLanguage(mark: string, word: string): string | undefined {
  const isLetters = LETTERS.test(mark) && !OTHER_LETTERS.test(word);
  const language = isLetters || /^[A-Z][a-z]{3,}$/.test(word) ? spellLanguage(word) : undefined;
  return language === 'EN' ? undefined : language;
}

function shift(mark: TitleMark, by: number): TitleMark {
  return { ...mark, start: mark.start + by, end: mark.end + by };
}
