/** A list item with the indented lines below it. */
export interface Entry {
  /** The first link's address, or its text where it has none; the second of two alike carries its number. */
  readonly key: string;
  readonly text: string;
}

/** Items in a row. */
export interface Group {
  /** Names its place: the heading above it, and which group it is below that. */
  readonly id: string;
  readonly entries: readonly Entry[];
}

/** A heading and what stands below it, lines in which a token stands for each group; the first block has no heading. */
export interface Block {
  /** The heading's words, and the how manieth of that name it is. */
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

const ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/;
const HEADING = /^#{1,6}[ \t]/;

/** The line of a frame that stands for a group; no line of a text can be it, as it holds a line feed. */
export function toToken(groupId: string): string {
  return `\n${groupId}`;
}

/** Whether a line of a frame is such a stand-in. */
export function isToken(line: string): boolean {
  return line.startsWith('\n');
}

/** The block that a group stands in. */
export function getBlockId(groupId: string): string {
  return groupId.slice(0, groupId.lastIndexOf('\n'));
}

/** Splits the lines (LF) of a section. */
export function splitContent(text: string): Content {
  const blocks: { id: string; heading: string; frame: string[] }[] = [{ id: '', heading: '', frame: [] }];
  const groups: { id: string; entries: Entry[] }[] = [];
  const seen = new Map<string, number>();
  let isInGroup = false;
  for (const line of toItems(text.split('\n'))) {
    const last = blocks.at(-1);
    if (ITEM.test(line)) {
      if (!isInGroup) groups.push({ id: `${last?.id ?? ''}\n${groups.length}`, entries: [] });
      if (!isInGroup) last?.frame.push(toToken(groups.at(-1)?.id ?? ''));
      groups.at(-1)?.entries.push({ key: count(seen, toKey(line)), text: line });
    } else if (HEADING.test(line)) {
      blocks.push({ id: count(seen, `# ${line.replace(/^#+/, '').trim()}`), heading: line, frame: [] });
    } else last?.frame.push(line);
    isInGroup = ITEM.test(line);
  }
  return nameGroups({ blocks, groups, tail: [] });
}

/** Numbers the groups of each block, so that groups elsewhere do not matter. */
function nameGroups({ blocks, groups, tail }: Content): Content {
  const names = new Map<string, string>();
  for (const { id, frame } of blocks) {
    for (const [index, token] of frame.filter(isToken).entries()) names.set(token, `${id}\n${index}`);
  }
  const rename = (token: string): string => names.get(token) ?? token;
  return {
    blocks: blocks.map((block) => ({
      ...block,
      frame: block.frame.map((line) => (isToken(line) ? toToken(rename(line)) : line)),
    })),
    groups: groups.map((group) => ({ ...group, id: rename(toToken(group.id)) })),
    tail,
  };
}

/** Puts a section together again, a blank line between its blocks. */
export function joinContent({ blocks, groups, tail }: Content): string {
  const byToken = new Map(groups.map((group) => [toToken(group.id), group.entries.map(({ text }) => text)]));
  const write = (frame: readonly string[]): readonly string[] =>
    frame.flatMap((line) => (isToken(line) ? (byToken.get(line) ?? []) : [line]));
  const parts = blocks.map(({ heading, frame }) => [...(heading === '' ? [] : [heading]), ...write(frame)]);
  return [...parts, write(tail)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** Lines, those of an item as one. */
function toItems(lines: readonly string[]): readonly string[] {
  const items: string[] = [];
  for (const line of lines) {
    const last = items.at(-1);
    const isContinued = last !== undefined && ITEM.test(last) && /^(?: {2,}|\t)\s*\S/.test(line);
    if (isContinued) items[items.length - 1] = `${last}\n${line}`;
    else items.push(line.trim() === '' ? '' : line);
  }
  return items;
}

function toKey(item: string): string {
  return /\]\(\s*<?([^\s)>]+)/.exec(item)?.[1] ?? /https?:\/\/[^\s)>\]]+/.exec(item)?.[0] ?? item.trim();
}

function count(counts: Map<string, number>, key: string): string {
  const now = (counts.get(key) ?? 0) + 1;
  counts.set(key, now);
  return now === 1 ? key : `${key} ${now}`;
}
