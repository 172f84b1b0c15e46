/** How long GitHub takes a text to be: in code points, so that an emoji of one code point counts once. */
export function countCharacters(text: string): number {
  return Array.from(text).length;
}
