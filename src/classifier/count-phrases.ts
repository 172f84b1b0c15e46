import { HASH_SPACE, hashText } from '../learning/hash-text.ts';
import { splitWords } from './split-words.ts';

/** How often titles with a phrase ran in each section, in the order of the sections. */
export type PhraseCounts = ReadonlyMap<string, Uint16Array>;

/** A phrase that fewer titles share proves nothing. */
const MIN_TITLES = 8;

/** Counts the words and pairs of words that titles share, once per title. */
export function countPhrases(
  links: readonly { readonly title: string; readonly label: number }[],
  sections: number,
): PhraseCounts {
  // Most phrases are rare. By their numbers alone they are told apart well enough to spend nothing more on them.
  const having = new Int32Array(HASH_SPACE);
  for (const { title } of links) {
    for (const phrase of listPhrases(title)) {
      const number = hashText(phrase);
      having[number] = (having[number] ?? 0) + 1;
    }
  }
  const counts = new Map<string, Uint16Array>();
  for (const { title, label } of links) {
    for (const phrase of listPhrases(title)) {
      if ((having[hashText(phrase)] ?? 0) < MIN_TITLES) continue;
      const row = counts.get(phrase) ?? new Uint16Array(sections);
      row[label] = (row[label] ?? 0) + 1;
      counts.set(phrase, row);
    }
  }
  return new Map([...counts].filter(([, row]) => row.reduce((sum, count) => sum + count, 0) >= MIN_TITLES));
}

/** The words and pairs of neighbouring words of a title, each once; no lone marks. */
export function listPhrases(title: string): ReadonlySet<string> {
  const words = splitWords(title).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return new Set([...words, ...words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)]);
}
