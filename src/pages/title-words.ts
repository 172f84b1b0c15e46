/** Words of a title without what is taste: case, quotes, accents, code marks, punctuation, and how a version is written. */
export function listTitleWords(title: string): readonly string[] {
  const plain = title
    .slice(0, MAX_COMPARED)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/&/g, ' and ')
    .replace(/['’‘ʼ´`]/g, '')
    .toLowerCase();
  return (plain.match(/c\+\+|[cf]#|[\p{L}\p{N}]+(?:\.[\p{N}]+)*/gu) ?? []).map((word) => word.replace(/^v(?=\d)/, ''));
}

/** Longer titles are compared by their beginning. */
const MAX_COMPARED = 500;

/** Words that come and go without changing what is said. */
const LIGHT = new Set([
  'a',
  'an',
  'the',
  'and',
  'of',
  'in',
  'to',
  'for',
  'on',
  'with',
  'by',
  'is',
  'my',
  'your',
  'how',
]);

/** How much two titles have in common, from 0 to 1, light words left out. */
export function measureOverlap(one: readonly string[], other: readonly string[]): number {
  const left = one.filter((word) => !LIGHT.has(word));
  const right = other.filter((word) => !LIGHT.has(word));
  if (left.length === 0 || right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    common += 1;
  }
  return (2 * common) / (left.length + right.length);
}

/** Whether a row of words stands in another one without a gap. */
export function contains(whole: readonly string[], part: readonly string[]): boolean {
  if (part.length === 0) return false;
  // A word holds no blank, so that a blank marks its ends.
  return ` ${whole.join(' ')} `.includes(` ${part.join(' ')} `);
}
