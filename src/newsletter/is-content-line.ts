/**
 * Whether a line, or a block by its first line, is what a section is filled with: a list item, a table, or a sentence all in
 * emphasis (`*No items …*`). Other text may be words that introduce it.
 */
export function isContentLine(line: string): boolean {
  return /^\s*(?:(?:[-*+]|\d{1,9}[.)])[ \t]|\||[*_](?![\s*_])[^*_])/.test(line);
}
