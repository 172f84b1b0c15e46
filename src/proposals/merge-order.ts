import { mapSides, type Sides } from './sides.ts';

/**
 * Orders what stands in the end by the side that changed its order, the editors' where both did; what that side lacks
 * comes in behind what it stands behind on the other.
 */
export function mergeOrder(sides: Sides<readonly string[]>, standing: (key: string) => boolean): readonly string[] {
  const { base, generated, branch } = mapSides(sides, (keys) => keys.filter(standing));
  const common = branch.filter((key) => base.includes(key));
  const isReordered = common.join('\n') !== base.filter((key) => branch.includes(key)).join('\n');
  return isReordered ? weave(branch, generated) : weave(generated, branch);
}

/** `first` in its order, with what only `second` has woven in: each behind its predecessor there, in front where it has none. */
function weave(first: readonly string[], second: readonly string[]): readonly string[] {
  const keys = [...first];
  for (const [at, key] of second.entries()) {
    if (!keys.includes(key)) keys.splice(findPlace(keys, second, at), 0, key);
  }
  return keys;
}

function findPlace(keys: readonly string[], second: readonly string[], at: number): number {
  const before = second.slice(0, at).findLast((one) => keys.includes(one));
  if (before !== undefined) return keys.indexOf(before) + 1;
  const after = second.find((one) => keys.includes(one));
  return after === undefined ? keys.length : keys.indexOf(after);
}
