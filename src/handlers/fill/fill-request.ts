import type { Outcome, RepositoryRef } from '../../ports.ts';
import type { Deps } from '../deps.ts';
import type { FillCommand, FillOrder } from '../../ports/job.ts';
import type { Wish } from '../../proposals/plan-run.ts';

/** What people and the schedule want of one run, after they were asked whether they may. */
export interface FillRequest {
  /** undefined where nobody who may wants anything. */
  readonly wish: Wish | undefined;
  /** Only these, by id or heading in lower case; empty for all, as where somebody ticked anything. */
  readonly sections: readonly string[];
  /** What somebody ticked, or un-ticked, who may. */
  readonly ticks: readonly TickOrder[];
  /** The same by somebody who may not: to be taken back. */
  readonly refusedTicks: readonly TickOrder[];
  readonly commands: readonly JudgedFill[];
}

type TickOrder = FillOrder & { readonly kind: 'tick' };

/** A command, and whether its author may give it. */
export interface JudgedFill {
  readonly command: FillCommand;
  readonly right: 'write' | 'read' | 'unknown';
  /** An earlier run has replied already, and lacks only its reaction. */
  readonly hasReply: boolean;
  /** How many replies stand in the conversation already. */
  readonly replies: number;
  readonly repositoryId: string;
  /** It stands on an issue that is no pull request. */
  readonly isOnIssue: boolean;
}

/** What stands of the answer to a command. */
export type EarlierReply = Pick<JudgedFill, 'hasReply' | 'replies' | 'isOnIssue' | 'repositoryId'>;

/** undefined where nothing is left to answer. */
export type ReadReply = (command: FillCommand) => Promise<Outcome<EarlierReply | undefined>>;

/** Asks GitHub, now, what everybody who wants something may do; commands that are answered already are left out. */
export async function judgeOrders(
  { github }: Pick<Deps, 'github'>,
  repository: RepositoryRef,
  orders: readonly FillOrder[],
  readReply: ReadReply,
): Promise<Outcome<FillRequest>> {
  const commands: JudgedFill[] = [];
  const [ticks, refusedTicks]: [TickOrder[], TickOrder[]] = [[], []];
  for (const order of orders) {
    if (order.kind === 'schedule') continue;
    const right = await github.readPermission(repository, order.login);
    if (!right.ok) return right;
    if (order.kind === 'tick') (right.value === 'write' ? ticks : refusedTicks).push(order);
    else {
      const reply = await readReply(order);
      if (!reply.ok) return reply;
      if (reply.value !== undefined) commands.push({ command: order, right: right.value, ...reply.value });
    }
  }
  const allowed = commands.filter(({ right }) => right === 'write').map(({ command }) => command);
  const hasTick = ticks.length + refusedTicks.length > 0;
  const isForAll = hasTick || allowed.some(({ sections }) => sections.length === 0);
  const named = isForAll ? [] : allowed.flatMap(({ sections }) => sections);
  const wish = chooseWish(orders, { hasCommand: allowed.length > 0, hasTick });
  return { ok: true, value: { wish, sections: named, ticks, refusedTicks, commands } };
}

function chooseWish(
  orders: readonly FillOrder[],
  { hasCommand, hasTick }: { hasCommand: boolean; hasTick: boolean },
): Wish | undefined {
  if (hasCommand) return 'command';
  if (hasTick) return 'tick';
  return orders.some(({ kind }) => kind === 'schedule') ? 'schedule' : undefined;
}
