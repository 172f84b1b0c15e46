const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * Whether lists and records of a text of JSON hold each other more levels deep than so many: parsed, a few megabytes of
 * brackets take all the memory of a process.
 */
export function isNestedDeeper(json: string, levels: number): boolean {
  let depth = 0;
  let isText = false;
  for (let index = 0; index < json.length; index += 1) {
    const code = json.charCodeAt(index);
    if (isText && code === BACKSLASH) index += 1;
    else if (code === QUOTE) isText = !isText;
    else if (!isText && OPENING.has(code)) depth += 1;
    else if (!isText && CLOSING.has(code)) depth -= 1;
    if (depth > levels) return true;
  }
  return false;
}
