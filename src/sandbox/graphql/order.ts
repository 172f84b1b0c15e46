import { type Fields, fieldsOf } from '../fields.ts';

/** Issues or pull requests in the order that `orderBy` asks for, or as they are where it does not. */
export function order<Thread extends { readonly createdAt: Date; readonly updatedAt: Date }>(
  threads: readonly Thread[],
  args: Fields,
): readonly Thread[] {
  const wanted = fieldsOf(args, 'orderBy');
  if (wanted === undefined) return threads;
  const key = wanted['field'] === 'UPDATED_AT' ? 'updatedAt' : 'createdAt';
  const sorted = threads.toSorted((one, other) => one[key].getTime() - other[key].getTime());
  return wanted['direction'] === 'DESC' ? sorted.toReversed() : sorted;
}
