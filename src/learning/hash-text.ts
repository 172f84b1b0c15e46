/** How many numbers `hashText` may give: enough for few features of an archive to meet, small enough to keep in memory. */
export const HASH_SPACE = 2 ** 18;

/** A whole number from 0 below HASH_SPACE, the same for the same text on every machine; FNV-1a with a final mix. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) % HASH_SPACE;
}
