/** Longer titles tell no more. */
const MAX_LENGTH = 300;

const WORD = /[\p{L}\p{N}]+(?:['.+#-][\p{L}\p{N}]+)*[+#?!]*|[?!:]/gu;

/** The words of a title in small letters; versions, contractions and `c++` stay whole, and `?`, `!`, `:` count as words. */
export function splitWords(title: string): readonly string[] {
  return title.slice(0, MAX_LENGTH).toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
}
