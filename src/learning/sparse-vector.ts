import { HASH_SPACE, hashText } from './hash-text.ts';
import { type SparseVector, VectorRoom } from './vector-room.ts';

/** Features of one kind; `weight` is the length that they have together, whatever their number. */
export interface FeatureGroup {
  readonly weight: number;
  readonly features: readonly string[];
}

/** A group with its features hashed, each once, and how often each occurs. */
export interface CountedGroup extends SparseVector {
  readonly weight: number;
}

/** The features that are worth knowing, numbered from 0 without gaps, so that what is learnt of them is small. Plain data. */
export interface Vocabulary {
  /** By hashed feature its number, -1 for what tells nothing. */
  readonly numbers: Int32Array;
  /** By number, how telling a feature is. */
  readonly rarity: Float32Array;
}

/** Hashes and counts features once. The groups lie side by side. @param room where */
export function countFeatures(
  groups: readonly FeatureGroup[],
  room: VectorRoom = new VectorRoom(0),
): readonly CountedGroup[] {
  const size = groups.reduce((sum, { features }) => sum + features.length, 0);
  const part = room.take(size);
  let { start } = part;
  const counted = groups.map((group) => {
    const own = countGroup(part, start, group);
    start = own.end;
    return own;
  });
  room.takeBack(part.end - start);
  return counted;
}

function countGroup(
  { indices, values }: SparseVector,
  start: number,
  { weight, features }: FeatureGroup,
): CountedGroup {
  const last = start + features.length;
  for (let at = start; at < last; at += 1) indices[at] = hashText(features[at - start] ?? '');
  indices.subarray(start, last).sort();
  let end = start;
  for (let at = start; at < last; at += 1) {
    if (end === start || indices[at] !== indices[end - 1]) {
      indices[end] = indices[at] ?? 0;
      values[end] = 0;
      end += 1;
    }
    values[end - 1] = (values[end - 1] ?? 0) + 1;
  }
  return { weight, indices, values, start, end };
}

/**
 * Learns which features tell something and how much, by their rarity: 1 for what every document has (inverse document
 * frequency). What only one document has is left out, since it says nothing about another.
 */
export function learnVocabulary(documents: readonly (readonly CountedGroup[])[]): Vocabulary {
  const having = new Int32Array(HASH_SPACE);
  for (const groups of documents) {
    for (const { indices, start, end } of groups) {
      for (let at = start; at < end; at += 1) {
        const index = indices[at] ?? 0;
        having[index] = (having[index] ?? 0) + 1;
      }
    }
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

/**
 * Makes one vector of all groups of a document, each brought to the length of its weight; without what is not telling. The
 * vector takes the place of the groups, which are no more.
 */
export function turnIntoVector(groups: readonly CountedGroup[], vocabulary: Vocabulary): SparseVector {
  const [first] = groups;
  if (first === undefined) return new VectorRoom(0).take(0);
  const { indices, values, start } = first;
  let end = start;
  // What is written is never longer than what was read by then.
  for (const group of groups) end = weighGroup(group, end, vocabulary);
  return { indices, values, start, end };
}

/** Writes a weighed group from `start` on into the arrays that it lies in, at or before its own place; returns where it ends. */
function weighGroup({ indices, values, weight, ...group }: CountedGroup, start: number, known: Vocabulary): number {
  let end = start;
  let squares = 0;
  for (let at = group.start; at < group.end; at += 1) {
    const number = known.numbers[indices[at] ?? 0] ?? -1;
    if (number < 0) continue;
    const value = (1 + Math.log(values[at] ?? 1)) * (known.rarity[number] ?? 0);
    indices[end] = number;
    values[end] = value;
    squares += value * value;
    end += 1;
  }
  const scale = weight / (Math.sqrt(squares) || 1);
  for (let at = start; at < end; at += 1) values[at] = (values[at] ?? 0) * scale;
  return end;
}
