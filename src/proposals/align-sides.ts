import type { Sides } from './sides.ts';
import { type Content, getBlockId, type Group, renameGroups } from './split-content.ts';

/** Names of one side's headings or groups, by their ids. */
type Names = ReadonlyMap<string, string>;

/**
 * Gives a heading or a group that editors changed the name it had before: the one that holds most of what the old one
 * held. Otherwise a reworded heading, or a list put above another, would count as something new.
 */
export function alignSides({ base, generated, branch }: Sides<Content>): Sides<Content> {
  const ids = new Set(base.blocks.map(({ id }) => id));
  const known = [...base.groups, ...generated.groups.filter((group) => !ids.has(getBlockId(group.id)))];
  // Names that the source itself begins now are reserved: no list of the editors' own may take one.
  const begun = generated.groups.filter((group) => !base.groups.some(({ id }) => id === group.id)).map(({ id }) => id);
  const renamed = renameBlocks(branch, findRenamed({ base, generated, branch }));
  return {
    base,
    generated: renameGroups(generated, matchGroups(generated, base.groups, [])),
    branch: renameGroups(renamed, matchGroups(renamed, known, begun)),
  };
}

/** The branch's headings that neither generated side has, each with the name it had before. */
function findRenamed({ base, generated, branch }: Sides<Content>): Names {
  const known = new Set([...base.blocks, ...generated.blocks].map(({ id }) => id));
  const fresh = branch.blocks.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  const names = new Map<string, string>();
  for (const { id } of base.blocks.filter((block) => !branch.blocks.some((one) => one.id === block.id))) {
    const keys = listKeys(base, id);
    const heir = fresh.find((one) => countShared(keys, listKeys(branch, one)) * 2 > keys.length);
    if (heir !== undefined && !names.has(heir)) names.set(heir, id);
  }
  return names;
}

function renameBlocks(content: Content, names: Names): Content {
  const groups = content.groups.map(({ id }) => {
    const block = getBlockId(id);
    return [id, (names.get(block) ?? block) + id.slice(block.length)] as const;
  });
  const blocks = content.blocks.map((block) => ({ ...block, id: names.get(block.id) ?? block.id }));
  return renameGroups({ ...content, blocks }, new Map(groups));
}

/** For each known group the one in its block that shares most with it; what is left over takes a name that is free. */
function matchGroups({ groups }: Content, known: readonly Group[], reserved: readonly string[]): Names {
  const names = new Map<string, string>();
  for (const { id, entries } of known) {
    const [best] = groups
      .filter((group) => getBlockId(group.id) === getBlockId(id) && !names.has(group.id))
      .map((group) => ({
        id: group.id,
        shared: countShared(
          toKeys([group]),
          entries.map(({ key }) => key),
        ),
      }))
      .filter(({ shared }) => shared > 0)
      .sort((one, other) => other.shared - one.shared);
    if (best !== undefined) names.set(best.id, id);
  }
  const taken = new Set([...names.values(), ...reserved]);
  for (const { id } of groups.filter((group) => !names.has(group.id))) {
    let name = id;
    for (let number = groups.length + taken.size; taken.has(name); number += 1) name = `${getBlockId(id)}\n${number}`;
    names.set(id, name);
    taken.add(name);
  }
  return names;
}

function listKeys({ groups }: Content, blockId: string): readonly string[] {
  return toKeys(groups.filter(({ id }) => getBlockId(id) === blockId));
}

function toKeys(groups: readonly Group[]): readonly string[] {
  return groups.flatMap(({ entries }) => entries.map(({ key }) => key));
}

function countShared(keys: readonly string[], others: readonly string[]): number {
  const wanted = new Set(others);
  return keys.filter((key) => wanted.has(key)).length;
}
