/**
 * Breaks a paragraph into lines of at most `width` columns at blanks; a longer word keeps a line of its own. Columns are
 * counted without the escape sequences of colours.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && countColumns(line) + 1 + countColumns(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function countColumns(text: string): number {
  return Array.from(text.replace(/\u001B\[[0-9;]*m/g, '')).length;
}
