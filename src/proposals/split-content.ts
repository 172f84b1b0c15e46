import { findAddress } from './find-address.ts';
import { gatherLists } from './gather-lists.ts';
import { readPieces } from './read-pieces.ts';

/** A list item with the lines that belong to it, or a comment between two. */
export interface Entry {
  /** The first link's address, or its text where it has none; the second of two alike carries its number. */
  readonly key: string;
  readonly text: string;
  /** How many blank lines stand above it, if it is not the first of its group. */
  readonly gap: number;
}

/** Items in a row, with nothing between them but comments and blank lines. */
export interface Group {
  /** Names its place: the heading above it, and which group it is below that. */
  readonly id: string;
  readonly entries: readonly Entry[];
}

/** A heading and what stands below it, lines in which a token stands for each group; the first block has no heading. */
export interface Block {
  /** The heading's words, with a number from the second heading of the same words on. */
  readonly id: string;
  /** Its line as written; '' for the first. */
  readonly heading: string;
  readonly frame: readonly string[];
}

/** What stands in a section. */
export interface Content {
  readonly blocks: readonly Block[];
  readonly groups: readonly Group[];
  /** What stands below all entries, once it is cut off; an editor's own may stand in it. */
  readonly tail: readonly string[];
}

/** The line of a frame that stands for a group; no line of a text can be it, as it holds a line feed. */
export function toToken(groupId: string): string {
  return `\n${groupId}`;
}

/** Whether a line of a frame is such a stand-in. */
export function isToken(line: string): boolean {
  return line.startsWith('\n');
}

function fromToken(token: string): string {
  return token.slice(1);
}

/** The block that a group stands in. */
export function getBlockId(groupId: string): string {
  return groupId.slice(0, groupId.lastIndexOf('\n'));
}

/** Splits the lines (LF) of a section. */
export function splitContent(text: string): Content {
  const blocks: { id: string; heading: string; frame: string[] }[] = [{ id: '', heading: '', frame: [] }];
  const groups: Group[] = [];
  const seen = new Map<string, number>();
  for (const part of gatherLists(readPieces(text))) {
    const last = blocks.at(-1);
    if ('items' in part) {
      const id = `${last?.id ?? ''}\n${groups.length}`;
      groups.push({ id, entries: part.items.map((item) => ({ ...item, key: count(seen, toKey(item.text)) })) });
      last?.frame.push(toToken(id));
    } else if (part.kind === 'heading') {
      const id = count(seen, `# ${part.text.replace(/^#+/, '').trim()}`);
      blocks.push({ id, heading: part.text, frame: [] });
    } else last?.frame.push(part.text);
  }
  return nameGroups({ blocks, groups, tail: [] });
}

/** Numbers the groups of each block, so that groups elsewhere do not matter. */
function nameGroups(content: Content): Content {
  const names = content.blocks.flatMap(({ id, frame }) =>
    frame.filter(isToken).map((token, index) => [fromToken(token), `${id}\n${index}`] as const),
  );
  return renameGroups(content, new Map(names));
}

/** The same with other names for its groups, each by the one it has. */
export function renameGroups({ blocks, groups, tail }: Content, names: ReadonlyMap<string, string>): Content {
  const rename = (id: string): string => names.get(id) ?? id;
  const inFrame = (line: string): string => (isToken(line) ? toToken(rename(fromToken(line))) : line);
  return {
    blocks: blocks.map((block) => ({ ...block, frame: block.frame.map(inFrame) })),
    groups: groups.map((group) => ({ ...group, id: rename(group.id) })),
    tail: tail.map(inFrame),
  };
}

/** Puts a section together again, a blank line between its blocks. */
export function joinContent({ blocks, groups, tail }: Content): string {
  const byToken = new Map(groups.map(({ id, entries }) => [toToken(id), writeEntries(entries)]));
  const parts = blocks.map(({ heading, frame }) => [
    ...(heading === '' ? [] : [heading]),
    ...writeFrame(frame, byToken),
  ]);
  return [...parts, writeFrame(tail, byToken)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n').trimEnd())
    .join('\n\n');
}

function writeFrame(frame: readonly string[], byToken: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return dropTokens(frame, (token) => !byToken.has(token)).flatMap((line) => byToken.get(line) ?? [line]);
}

/** A frame without the stand-ins of groups that are gone from their place; of the blank lines around, those above stay. */
export function dropTokens(
  frame: readonly string[],
  isGone: (token: string, at: number) => boolean,
): readonly string[] {
  const isDropped = (at: number): boolean => isToken(frame[at] ?? '') && isGone(frame[at] ?? '', at);
  return frame.filter((line, at) => !isDropped(at) && (line !== '' || frame[at - 2] !== '' || !isDropped(at - 1)));
}

function writeEntries(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ text, gap }, at) => [...(at === 0 ? [] : Array<string>(gap).fill('')), text]);
}

function toKey(item: string): string {
  return findAddress(item) ?? item.trim();
}

function count(counts: Map<string, number>, key: string): string {
  const now = (counts.get(key) ?? 0) + 1;
  counts.set(key, now);
  return now === 1 ? key : `${key} ${now}`;
}
