import { crc32 } from 'node:zlib';
import type { OwnTexts } from './proposal-facts.ts';

/** Tells one text from another; anybody could make one with the same. */
export function toDigest(text: string): string {
  return crc32(text).toString(16);
}

/**
 * The draft in the branch as the last run that was written down left it, with what people did since. What own commits at the
 * branch's end did after that is set aside: nobody else's work is in them, and it comes anew.
 * @param text in the branch
 * @param written the digest of what the last run left; undefined where none is known
 */
export function findSettled(text: string, { before }: OwnTexts, written: string | undefined): string {
  if (written === undefined || toDigest(text) === written) return text;
  return before.find((one) => toDigest(one) === written) ?? before.at(-1) ?? text;
}
