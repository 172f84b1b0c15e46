import type { TickMemory } from './proposal-facts.ts';

type Tasks = ReadonlyMap<string, boolean>;

/**
 * What people decided about entries: what they decided before, and every task that now differs from what was written.
 * Where nobody remembers what was written, every task counts as theirs.
 */
export function findDecisions(tasks: Tasks, ticks: TickMemory | undefined): Tasks {
  return ticks === undefined ? tasks : new Map([...ticks.people, ...findNewTicks(tasks, ticks)]);
}

/** The tasks that somebody ticked or un-ticked since they were written. */
export function findNewTicks(tasks: Tasks, { people, automatic }: Omit<TickMemory, 'out'>): Tasks {
  const isWritten = (address: string): boolean => people.get(address) ?? automatic.has(address);
  return new Map([...tasks].filter(([address, isTicked]) => isWritten(address) !== isTicked));
}

/**
 * What is to be remembered of a run.
 * @param waiting tasks of lists that stay as they stand: of them nothing was heeded
 */
export function keepTicks(
  before: TickMemory | undefined,
  run: Pick<TickMemory, 'out'> & {
    readonly decisions: Tasks;
    readonly automatic: readonly string[];
    readonly waiting: Tasks;
  },
): TickMemory | undefined {
  const { decisions, automatic, waiting, out } = run;
  if (before === undefined && waiting.size > 0) return undefined;
  const isWaiting = ([address]: readonly [string, boolean]): boolean => waiting.has(address);
  return {
    automatic: new Set([...automatic, ...[...(before?.automatic ?? [])].filter((address) => waiting.has(address))]),
    people: new Map([
      ...[...decisions].filter((decision) => !isWaiting(decision)),
      ...[...(before?.people ?? [])].filter(isWaiting),
    ]),
    out,
  };
}
