import { mergeFrame } from './merge-frame.ts';
import { mergeOrder } from './merge-order.ts';
import { mapSides, type Sides } from './sides.ts';
import { type Block, type Content, dropTokens, getBlockId, type Group, isToken, toToken } from './split-content.ts';

interface MergedBlocks {
  readonly blocks: readonly Block[];
  readonly conflicts: readonly string[];
}

type Versions = Sides<Block | undefined>;

/** Decides which headings stand, in which order, and what stands below each, so that every group has its place. */
export function mergeBlocks(sides: Sides<Content>, groups: ReadonlyMap<string, Group>): MergedBlocks {
  const used = new Set([...groups.keys()].map(getBlockId));
  const versionsOf = (id: string): Versions => mapSides(sides, ({ blocks }) => blocks.find((block) => block.id === id));
  const ids = mapSides(sides, ({ blocks }) => blocks.map(({ id }) => id));
  const standing = mergeOrder(ids, (id) => used.has(id) || isKept(versionsOf(id)));
  const conflicts: string[] = [];
  const blocks = standing.flatMap((id) => {
    const merged = mergeBlock(versionsOf(id));
    conflicts.push(...(merged?.conflicts ?? []));
    return merged === undefined ? [] : [addTokens(merged.block, [...groups.keys()])];
  });
  return { blocks, conflicts };
}

/** Whether a block stands though no entry needs it. */
function isKept({ base, generated, branch }: Versions): boolean {
  if (branch === undefined) return base === undefined && !isMereList(generated);
  const isEdited = base === undefined || toText(branch) !== toText(base);
  return isEdited || generated !== undefined;
}

/** A heading above entries alone, all of which stand elsewhere, would stand above nothing. */
function isMereList(block: Block | undefined): boolean {
  const frame = block?.frame ?? [];
  return frame.some(isToken) && frame.every((line) => line === '' || isToken(line));
}

function toText({ heading, frame }: Block): string {
  return [heading, ...frame].join('\n');
}

function mergeBlock(versions: Versions): { readonly block: Block; readonly conflicts: readonly string[] } | undefined {
  const { base, generated, branch } = versions;
  const only = branch ?? generated ?? base;
  if (only === undefined || branch === undefined || generated === undefined)
    return only && { block: only, conflicts: [] };
  const before = base ?? { ...branch, frame: [] };
  const { lines, conflicts } = mergeFrame({ base: before.frame, generated: generated.frame, branch: branch.frame });
  const heading = branch.heading === before.heading ? generated.heading : branch.heading;
  return { block: { id: only.id, heading, frame: lines }, conflicts };
}

/** Gives each group of the block exactly one place (a missing one below the others), and no other group any. */
function addTokens(block: Block, groupIds: readonly string[]): Block {
  const due = groupIds.filter((id) => getBlockId(id) === block.id).map(toToken);
  const kept = dropTokens(block.frame, (token, at) => !due.includes(token) || block.frame.indexOf(token) !== at);
  return { ...block, frame: [...kept, ...due.filter((token) => !kept.includes(token))] };
}
