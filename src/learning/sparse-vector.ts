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

/** The features that are worth knowing, numbered from 0 without gaps, so that what is learnt of them is small. Plain data. */
export interface Vocabulary {
  /** By hashed feature its number, -1 for what tells nothing. */
  readonly numbers: Int32Array;
  /** By number, how telling a feature is. */
  readonly rarity: Float32Array;
}

/** A point in the space of a vocabulary: the numbers of the features that are not 0, and their values. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** Hashes and counts features once, for any number of vectors made of them. */
export function countFeatures(groups: readonly FeatureGroup[]): readonly CountedGroup[] {
  return groups.map(({ weight, features }) => {
    const sorted = new Int32Array(features.length);
    for (let at = 0; at < features.length; at += 1) sorted[at] = hashText(features[at] ?? '');
    return { weight, ...countEqual(sorted.sort()) };
  });
}

/** Each of some sorted numbers once, and how often it is there. */
function countEqual(sorted: Int32Array): Omit<CountedGroup, 'weight'> {
  const indices = new Int32Array(sorted.length);
  const counts = new Float32Array(sorted.length);
  let end = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    if (at > 0 && sorted[at] !== sorted[at - 1]) end += 1;
    indices[end] = sorted[at] ?? 0;
    counts[end] = (counts[end] ?? 0) + 1;
  }
  const size = Math.min(end + 1, sorted.length);
  return { indices: indices.slice(0, size), counts: counts.slice(0, size) };
}

/**
 * Learns which features tell something and how much, by their rarity: 1 for what every document has (inverse document
 * frequency). What only one document has is left out, since it says nothing about another.
 */
export function learnVocabulary(documents: readonly (readonly CountedGroup[])[]): Vocabulary {
  const having = new Int32Array(HASH_SPACE);
  for (const groups of documents) {
    for (const { indices } of groups) for (const index of indices) having[index] = (having[index] ?? 0) + 1;
  }
  const shared = having.filter((count) => count > 1);
  let next = 0;
  const numbers = having.map((count) => {
    if (count < 2) return -1;
    next += 1;
    return next - 1;
  });
  return { numbers, rarity: Float32Array.from(shared, (count) => Math.log((1 + documents.length) / (1 + count)) + 1) };
}

/** One vector of all groups, each brought to the length of its weight; without what is not telling. */
export function toVector(groups: readonly CountedGroup[], vocabulary: Vocabulary): SparseVector {
  const size = groups.reduce((sum, { indices }) => sum + indices.length, 0);
  const vector = { indices: new Int32Array(size), values: new Float32Array(size) };
  let end = 0;
  for (const group of groups) end = addGroup(vector, end, group, vocabulary);
  return { indices: vector.indices.slice(0, end), values: vector.values.slice(0, end) };
}

/** Writes a group into a vector from `start` on; returns where it ends. */
function addGroup({ indices, values }: SparseVector, start: number, group: CountedGroup, known: Vocabulary): number {
  let end = start;
  let squares = 0;
  for (let at = 0; at < group.indices.length; at += 1) {
    const number = known.numbers[group.indices[at] ?? 0] ?? -1;
    if (number < 0) continue;
    const value = (1 + Math.log(group.counts[at] ?? 1)) * (known.rarity[number] ?? 0);
    indices[end] = number;
    values[end] = value;
    squares += value * value;
    end += 1;
  }
  const scale = group.weight / (Math.sqrt(squares) || 1);
  for (let at = start; at < end; at += 1) values[at] = (values[at] ?? 0) * scale;
  return end;
}
