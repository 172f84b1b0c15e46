import { HASH_SPACE, hashText } from './hash-text.ts';

/** Features of one kind; `weight` is the length that they have together, whatever their number. */
export interface FeatureGroup {
  readonly weight: number;
  readonly features: readonly string[];
}

/** A group with its features hashed, each once, and how often each occurs. */
export interface CountedGroup {
  readonly weight: number;
  readonly indices: Int32Array;
  readonly counts: Float32Array;
}

/** A point in a space of HASH_SPACE dimensions: the indices of those that are not 0, and the values there. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** Hashes and counts features once, for any number of vectors made of them. */
export function countFeatures(groups: readonly FeatureGroup[]): readonly CountedGroup[] {
  return groups.map(({ weight, features }) => {
    const counts = new Map<number, number>();
    for (const feature of features) {
      const index = hashText(feature);
      counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    return { weight, indices: Int32Array.from(counts.keys()), counts: Float32Array.from(counts.values()) };
  });
}

/**
 * How telling each feature is by its rarity, 1 for what every document has (inverse document frequency); 0 for what only
 * one has, since it says nothing about another.
 */
export function weighRarity(documents: readonly (readonly CountedGroup[])[]): Float32Array {
  const having = new Float32Array(HASH_SPACE);
  for (const groups of documents) {
    for (const { indices } of groups) for (const index of indices) having[index] = (having[index] ?? 0) + 1;
  }
  return having.map((count) => (count < 2 ? 0 : Math.log((1 + documents.length) / (1 + count)) + 1));
}

/** One vector of all groups, each brought to the length of its weight; without what is not telling. */
export function toVector(groups: readonly CountedGroup[], rarity: Float32Array): SparseVector {
  const size = groups.reduce((sum, { indices }) => sum + indices.length, 0);
  const vector = { indices: new Int32Array(size), values: new Float32Array(size) };
  let end = 0;
  for (const group of groups) end = addGroup(vector, end, group, rarity);
  return { indices: vector.indices.slice(0, end), values: vector.values.slice(0, end) };
}

/** Writes a group into a vector from `start` on; returns where it ends. */
function addGroup({ indices, values }: SparseVector, start: number, group: CountedGroup, rarity: Float32Array): number {
  let end = start;
  let squares = 0;
  for (let at = 0; at < group.indices.length; at += 1) {
    const index = group.indices[at] ?? 0;
    const value = (1 + Math.log(group.counts[at] ?? 1)) * (rarity[index] ?? 0);
    if (value === 0) continue;
    indices[end] = index;
    values[end] = value;
    squares += value * value;
    end += 1;
  }
  const scale = group.weight / (Math.sqrt(squares) || 1);
  for (let at = start; at < end; at += 1) values[at] = (values[at] ?? 0) * scale;
  return end;
}
