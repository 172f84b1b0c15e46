import { allRules } from './index.generated.ts';

/** A longer name is no slip of the pen. */
const MAX_NAME = 40;

/** Whether there is a rule of this name. */
export function isRule(name: string): boolean {
  return allRules.some(({ id }) => id === name);
}

/** The rule that somebody may have meant; undefined where none is near. */
export function findNearestRule(name: string): string | undefined {
  if (name.length > MAX_NAME) return undefined;
  const [nearest] = allRules
    .map(({ id }) => ({ id, distance: countChanges(name, id) }))
    .sort((one, other) => one.distance - other.distance);
  return nearest !== undefined && nearest.distance <= Math.max(2, name.length / 2) ? nearest.id : undefined;
}

/** How many characters have to come, go or change to make one text of the other. */
function countChanges(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, character] of Array.from(from).entries()) {
    const next = [index + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const change = (row[column] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
