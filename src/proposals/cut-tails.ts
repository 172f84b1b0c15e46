import { mapSides, type Sides } from './sides.ts';
import { type Block, type Content, isToken } from './split-content.ts';

/** A line of a block's frame. */
interface Place {
  readonly block: number;
  readonly line: number;
}

/**
 * Cuts off, on each side, what stands below all entries: its tail. On a side without entries the same lines stand below
 * its words; what an editor added below them belongs to the tail, too.
 */
export function cutTails(sides: Sides<Content>): Sides<Content> {
  const { base, generated, branch } = mapSides(sides, listTail);
  const shared = new Set([...base, ...generated, ...branch]);
  const known = new Set([...sides.base.blocks, ...sides.generated.blocks].map(({ id }) => id));
  return mapSides(sides, (content) => cutAt(content, findShared(content, shared, known)));
}

/** The words that stand below the last entry and a blank line, if no heading does. */
function listTail({ blocks }: Content): readonly string[] {
  const frame = blocks.at(-1)?.frame ?? [];
  const below = frame.findLastIndex(isToken) + 1;
  const gap = frame.indexOf('', below);
  return below === 0 || gap < 0 ? [] : frame.slice(gap).filter((line) => line !== '');
}

/** Where the first paragraph begins that has a line of a tail, with nothing below it but headings of an editor's own. */
function findShared({ blocks }: Content, shared: ReadonlySet<string>, known: ReadonlySet<string>): Place | undefined {
  for (const [index, { id, frame }] of [...blocks.entries()].reverse()) {
    const found = frame.findIndex((line) => shared.has(line));
    if (found >= 0) {
      const above = frame.slice(0, found).findLastIndex((line) => line === '' || isToken(line));
      return { block: index, line: above + 1 };
    }
    if (known.has(id)) return undefined;
  }
  return undefined;
}

function cutAt({ blocks, groups }: Content, start: Place | undefined): Content {
  const last = blocks[start?.block ?? -1];
  if (start === undefined || last === undefined) return { blocks: blocks.map(trimBlock), groups, tail: [] };
  const kept = [...blocks.slice(0, start.block), { ...last, frame: last.frame.slice(0, start.line) }];
  const below = blocks.slice(start.block + 1).flatMap(({ heading, frame }) => [heading, ...frame]);
  return { blocks: kept.map(trimBlock), groups, tail: [...last.frame.slice(start.line), ...below] };
}

function trimBlock(block: Block): Block {
  const end = block.frame.findLastIndex((line) => line !== '') + 1;
  return { ...block, frame: block.frame.slice(0, end) };
}
