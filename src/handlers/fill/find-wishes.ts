import { findDecisions } from '../../proposals/heed-ticks.ts';
import { readTasks } from '../../proposals/read-ticks.ts';
import type { FillRequest } from './fill-request.ts';
import type { Known } from './fill-run.ts';

/**
 * What people want listed, or not, by address: the list of the proposal as it stands, with what was ticked meanwhile, and
 * without what somebody ticked who may not.
 */
export function findWishes(
  { state: { proposal }, memory }: Known,
  { ticks, refusedTicks }: FillRequest,
): ReadonlyMap<string, boolean> {
  const isHere = ({ number }: { readonly number: number }): boolean => number === proposal?.number;
  const tasks = new Map([
    ...readTasks(proposal?.body ?? ''),
    ...ticks.filter(isHere).flatMap((order) => order.tasks),
    ...refusedTicks.filter(isHere).flatMap((order) => order.tasks.map(undo)),
  ]);
  return findDecisions(tasks, memory?.ticks);
}

function undo([address, isTicked]: readonly [string, boolean]): readonly [string, boolean] {
  return [address, !isTicked];
}
