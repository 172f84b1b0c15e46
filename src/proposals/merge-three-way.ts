import { alignSides } from './align-sides.ts';
import { cutTails } from './cut-tails.ts';
import { mergeBlocks } from './merge-blocks.ts';
import { mergeEntries } from './merge-entries.ts';
import { mergeFrame } from './merge-frame.ts';
import { mapSides, type Sides } from './sides.ts';
import { joinContent, splitContent, toToken } from './split-content.ts';

export interface Merge {
  readonly text: string;
  /** Where both sides changed the same: what was generated, while the editors' text stands. */
  readonly conflicts: readonly string[];
}

/**
 * Brings what is newly generated into a section (lines with LF) without touching what editors did to it. A line that they
 * edited stays as edited, one that they took out stays out, their order and their own lines stay; new entries come in,
 * and entries that vanished at the source go unless edited. Entries are known by their first link. Blank lines at both
 * ends stay as they are in the branch, but where an editor emptied the section.
 */
export function mergeThreeWay(versions: Sides<string>): Merge {
  const sides = mapSides(versions, (text) => text.replace(/^(?:[ \t]*\n)+|\s+$/g, ''));
  const wrap = (text: string): string => putBetweenBlanks(text, versions, sides);
  if (sides.branch === sides.base || sides.branch === sides.generated) {
    return { text: wrap(sides.generated), conflicts: [] };
  }
  if (sides.generated === sides.base) return { text: versions.branch, conflicts: [] };
  const contents = cutTails(alignSides(mapSides(sides, splitContent)));
  const entries = mergeEntries(contents);
  const tail = mergeFrame(mapSides(contents, (content) => content.tail));
  const above = new Map([...entries.groups].filter(([id]) => !tail.lines.includes(toToken(id))));
  const blocks = mergeBlocks(contents, above);
  return {
    text: wrap(joinContent({ blocks: blocks.blocks, groups: [...entries.groups.values()], tail: tail.lines })),
    conflicts: [...entries.conflicts, ...blocks.conflicts, ...tail.conflicts],
  };
}

/**
 * The same where nobody knows any more what was generated last: the words of the branch stand instead of those that are newly
 * generated, and entries that it lacks come in.
 */
export function mergeWithoutBase({ generated, branch }: Omit<Sides<string>, 'base'>): Merge {
  const words = joinContent({ ...splitContent(generated), groups: [] });
  const { text, conflicts } = mergeThreeWay({ base: words, generated, branch });
  const standing = text.split('\n');
  const left = words.split('\n').filter((line) => line !== '' && !standing.includes(line));
  return { text, conflicts: [...conflicts, ...left] };
}

function putBetweenBlanks(text: string, { generated, branch }: Sides<string>, trimmed: Sides<string>): string {
  if (text === '' || trimmed.branch !== '') return replaceWords(branch, trimmed.branch, text);
  // Two headings next to each other leave no room: what is put between them brings its own.
  const apart = replaceWords(generated, trimmed.generated, text);
  return apart.endsWith('\n') ? apart : `${apart}\n`;
}

function replaceWords(text: string, old: string, words: string): string {
  const start = text.indexOf(old);
  return text.slice(0, start) + words + text.slice(start + old.length);
}
