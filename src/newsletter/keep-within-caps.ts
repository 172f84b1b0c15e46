import { caps } from './caps.ts';
import type { ChangedFile } from './changed-file.ts';
import type { Unreadable } from './unreadable.ts';

/**
 * The files of a pull request, in their order, as far as all of them together may be judged: what is known of every line is held until
 * the review is published, and there may be thousands of full files. `left` are those that no longer fit.
 */
export function keepWithinCaps(files: readonly ChangedFile[]): {
  readonly files: readonly ChangedFile[];
  readonly left: readonly Unreadable[];
} {
  const kept: ChangedFile[] = [];
  const left: Unreadable[] = [];
  let [characters, lines] = [0, 0];
  for (const file of files) {
    const size = measure(file);
    if (characters + size.characters > caps.pullCharacters || lines + size.lines > caps.pullLines) {
      left.push({ path: file.path, reason: 'too-many-files', line: 1 });
      continue;
    }
    characters += size.characters;
    lines += size.lines;
    kept.push(file);
  }
  return { files: kept, left };
}

/** A file that is too large by itself takes nothing: it is not parsed. */
function measure({ base = '', head = '' }: ChangedFile): { readonly characters: number; readonly lines: number } {
  const sides = [base, head].map((text) => ({ characters: text.length, lines: text.split('\n').length }));
  const isTooLarge = sides.some((side) => side.characters > caps.characters || side.lines > caps.lines);
  const sum = (pick: (side: { characters: number; lines: number }) => number): number =>
    isTooLarge ? 0 : sides.reduce((total, side) => total + pick(side), 0);
  return { characters: sum((side) => side.characters), lines: sum((side) => side.lines) };
}
