import { skipCode } from '../newsletter/text-spans.ts';

/** Stars side by side that Markdown may take for a mark. */
interface StarRun {
  readonly start: number;
  readonly length: number;
}

/**
 * What is to stand between the stars of a bold title: without the stars that make all or a part of it bold, but with those
 * that emphasise a word. undefined where nobody can tell which are which, or nothing is left.
 */
export function findPlainTitle(text: string): string | undefined {
  const trimmed = text.trim();
  const runs = listStarRuns(trimmed);
  const plain = unwrap(trimmed, runs) ?? dropBold(trimmed, runs);
  return plain === '' ? undefined : plain;
}

/** The stars outside code spans, but for escaped ones and one between blanks. */
export function listStarRuns(text: string): readonly StarRun[] {
  const runs: StarRun[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') at = skipCode(text, at, text.length) - 1;
    else if (text[at] === '*') {
      const start = at;
      while (text[at + 1] === '*') at += 1;
      const isAlone = start === at && /^\s\*\s$/.test(text.slice(start - 1, at + 2));
      if (!isAlone) runs.push({ start, length: at + 1 - start });
    }
  }
  return runs;
}

/** `*title*`, `_title_` and `__title__`: emphasised as a whole, in another way. */
function unwrap(text: string, runs: readonly StarRun[]): string | undefined {
  const [first, last, more] = runs;
  if (first === undefined) return /^(__?)([^_]+)\1$/.exec(text)?.[2]?.trim();
  if (last === undefined || more !== undefined) return undefined;
  // Of `***title*` nothing but the number is wrong; in `**title*`, the last star may be meant.
  const isPair = first.length === last.length || Math.max(first.length, last.length) > 2;
  const isWhole = isPair && first.start === 0 && last.start + last.length === text.length;
  return isWhole ? text.slice(first.length, last.start).trim() : undefined;
}

function dropBold(text: string, runs: readonly StarRun[]): string | undefined {
  const singles = runs.filter(({ length }) => length === 1);
  const isClear = runs.every(({ length }) => length <= 2) && (singles.length === 1 || singles.length % 2 === 0);
  if (!isClear) return undefined;
  let plain = '';
  let at = 0;
  for (const { start, length } of runs) {
    // A star without a partner is one that readers shall see.
    const kept = length === 2 ? '' : singles.length === 1 ? String.raw`\*` : '*';
    plain += text.slice(at, start) + kept;
    at = start + length;
  }
  return (plain + text.slice(at)).trim();
}
