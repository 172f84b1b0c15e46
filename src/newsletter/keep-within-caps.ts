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

interface Size {
  readonly characters: number;
  readonly lines: number;
}

/** Of both sides together. A file that is too large by itself takes nothing: it is not parsed. */
function measure({ base = '', head = '' }: ChangedFile): Size {
  const [before, after] = [measureText(base), measureText(head)];
  if (isTooLarge(before) || isTooLarge(after)) return { characters: 0, lines: 0 };
  return { characters: before.characters + after.characters, lines: before.lines + after.lines };
}

function measureText(text: string): Size {
  return { characters: text.length, lines: text.split('\n').length };
}

function isTooLarge({ characters, lines }: Size): boolean {
  return characters > caps.characters || lines > caps.lines;
}
