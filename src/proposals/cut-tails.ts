import { mapSides, type Sides } from './sides.ts';
import { type Block, type Content, isToken } from './split-content.ts';

/** A line of a block's frame. */
interface Place {
  readonly block: number;
  readonly line: number;
}

/**
 * Cuts what stands below all entries off each side. A side without entries has the same lines below its words; a side
 * where an editor put something of their own below has that with them.
 */
export function cutTails(sides: Sides<Content>): Sides<Content> {
  const { base, generated, branch } = mapSides(sides, findTail);
  const shared = new Set(
    [base, generated, branch].flatMap((tail) => tail?.lines ?? []).filter((line) => line !== '' && !isToken(line)),
  );
  const known = new Set([...sides.base.blocks, ...sides.generated.blocks].map(({ id }) => id));
  return mapSides(sides, (content) => cutAt(content, findShared(content, shared, known) ?? findTail(content)?.start));
}

/** What stands below the last entry and a blank line, if no heading does. */
function findTail({ blocks }: Content): { readonly start: Place; readonly lines: readonly string[] } | undefined {
  const frame = blocks.at(-1)?.frame ?? [];
  const below = frame.findLastIndex(isToken) + 1;
  if (below === 0) return undefined;
  const gap = frame.indexOf('', below);
  const line = gap < 0 ? frame.length : gap;
  return { start: { block: blocks.length - 1, line }, lines: frame.slice(line) };
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
  return { blocks: kept.map(trimBlock), groups, tail: trimLines([...last.frame.slice(start.line), ...below]) };
}

function trimBlock(block: Block): Block {
  const end = block.frame.findLastIndex((line) => line !== '') + 1;
  return { ...block, frame: block.frame.slice(0, end) };
}

function trimLines(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line !== '');
  return start < 0 ? [] : lines.slice(start, lines.findLastIndex((line) => line !== '') + 1);
}
