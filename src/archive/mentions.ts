/**
 * Makes a test whether a text may hold one of some links or sites (given by identity), however they are spelt there. A no
 * is certain; a yes means that the text is worth parsing.
 */
export function createMentionTest(identities: readonly string[]): (text: string) => boolean {
  const needles = identities.map(findNeedle);
  return (text) => {
    const plain = text.toLowerCase();
    return needles.some((needle) => plain.includes(needle));
  };
}

/** Shorter words stand in every issue. */
const TELLING = 5;

/** The longest word of an identity that no way of writing the link can do without. */
function findNeedle(identity: string): string {
  const [, host = '', rest = ''] = /^([^/?#]*)(.*)$/s.exec(identity.toLowerCase()) ?? [];
  const inRest = findLongestWord(rest);
  if (inRest.length >= TELLING) return inRest;
  // One of many spellings; and a host of another script has two.
  if (host === 'youtube.com') return 'youtu';
  return host.includes('xn--') ? '' : findLongestWord(host);
}

function findLongestWord(text: string): string {
  // What is written as %C3%A9 may stand as é in the text, and the other way round.
  const words = text.replace(/%[0-9a-f]{2}/g, ' ').match(/[a-z0-9_-]+/g) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}
