import { mergeOrder } from './merge-order.ts';
import { mapSides, type Sides } from './sides.ts';
import { type Content, type Entry, getBlockId, type Group } from './split-content.ts';

interface MergedEntries {
  /** By id; none is empty. */
  readonly groups: ReadonlyMap<string, Group>;
  /** Texts that were generated while the editors' stand. */
  readonly conflicts: readonly string[];
}

/** An entry with the group it stands in. */
interface Placed extends Entry {
  readonly group: string;
}

type Index = ReadonlyMap<string, Placed>;

/** Decides for every entry whether it stands, with which words, in which group and in which order. */
export function mergeEntries(sides: Sides<Content>): MergedEntries {
  const indexes = mapSides(sides, ({ groups }) => index(groups));
  const { base, generated, branch } = indexes;
  const conflicts: string[] = [];
  const chosen = new Map<string, Placed>();
  for (const entry of branch.values()) {
    const { standing, conflict } = decide(entry, base.get(entry.key), generated.get(entry.key));
    if (standing !== undefined) chosen.set(entry.key, standing);
    if (conflict !== undefined) conflicts.push(conflict);
  }
  for (const entry of generated.values()) {
    if (!base.has(entry.key) && !branch.has(entry.key)) chosen.set(entry.key, entry);
  }
  return { groups: group(chosen, indexes), conflicts };
}

function index(groups: readonly Group[]): Index {
  return new Map(
    groups.flatMap(({ id, entries }) => entries.map((entry) => [entry.key, { ...entry, group: id }] as const)),
  );
}

/** What becomes of an entry of the branch. */
function decide(
  entry: Placed,
  before: Placed | undefined,
  fresh: Placed | undefined,
): { readonly standing?: Placed; readonly conflict?: string } {
  if (before === undefined) return { standing: entry };
  const isEdited = entry.text !== before.text;
  const isMoved = entry.group !== before.group;
  // Words in the middle of a list part it, but move nothing.
  const isElsewhere = getBlockId(entry.group) !== getBlockId(before.group);
  if (fresh === undefined) return isEdited || isElsewhere ? { standing: entry } : {};
  const standing = {
    ...entry,
    text: isEdited ? entry.text : fresh.text,
    group: isMoved ? entry.group : fresh.group,
  };
  const isConflict = isEdited && fresh.text !== before.text && fresh.text !== entry.text;
  return isConflict ? { standing, conflict: fresh.text } : { standing };
}

function group(chosen: Index, indexes: Sides<Index>): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const id of new Set([...chosen.values()].map((entry) => entry.group))) {
    const keys = mapSides(indexes, (side) =>
      [...side.values()].filter((entry) => entry.group === id).map(({ key }) => key),
    );
    const ordered = mergeOrder(keys, (key) => chosen.get(key)?.group === id);
    groups.set(id, { id, entries: ordered.flatMap((key) => chosen.get(key) ?? []) });
  }
  return groups;
}
