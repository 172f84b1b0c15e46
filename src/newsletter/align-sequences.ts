import { diffArrays } from 'diff';

/** Two indices of equal members. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** Beyond this many differences an exact alignment would take too long; the two are then called different throughout. */
const MAX_EDIT_LENGTH = 1500;

/** The longest common subsequence of two lists, as pairs of indices in rising order. */
export function alignSequences(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const head = countEqual(before, after, (list, index) => list[index]);
  const limit = Math.min(before.length, after.length) - head;
  const tail = Math.min(
    limit,
    countEqual(before, after, (list, index) => list[list.length - 1 - index]),
  );
  const pairs = Array.from({ length: head }, (_, index) => ({ before: index, after: index }));
  const middle = alignMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  for (const pair of middle) pairs.push({ before: pair.before + head, after: pair.after + head });
  for (let index = tail; index > 0; index -= 1) {
    pairs.push({ before: before.length - index, after: after.length - index });
  }
  return pairs;
}

function countEqual(
  before: readonly string[],
  after: readonly string[],
  at: (list: readonly string[], index: number) => string | undefined,
): number {
  const limit = Math.min(before.length, after.length);
  let count = 0;
  while (count < limit && at(before, count) === at(after, count)) count += 1;
  return count;
}

function alignMiddle(before: readonly string[], after: readonly string[]): readonly Pair[] {
  if (before.length === 0 || after.length === 0) return [];
  const pairs: Pair[] = [];
  let [left, right] = [0, 0];
  const runs = diffArrays([...before], [...after], { maxEditLength: MAX_EDIT_LENGTH }) ?? [];
  for (const { added, removed, value } of runs) {
    if (!added && !removed) {
      for (let index = 0; index < value.length; index += 1) pairs.push({ before: left + index, after: right + index });
    }
    if (!added) left += value.length;
    if (!removed) right += value.length;
  }
  return pairs;
}
