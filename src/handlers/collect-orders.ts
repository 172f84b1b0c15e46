import { type Command, parseCommands } from '../commands/parse-command.ts';
import type { Permission, Remark } from '../ports.ts';
import { isForReview } from './is-for-review.ts';

/** A comment with commands. */
export interface Order {
  readonly remark: Remark;
  readonly commands: readonly Command[];
  /** There were more than are carried out. */
  readonly hasMore: boolean;
}

/** What people ask for on a pull request. */
export interface Orders {
  /** Not answered yet: without a reaction of ours. */
  readonly fresh: readonly Order[];
  /** Carried out before, and still to be heeded: they ignore something. */
  readonly standing: readonly Order[];
  /** Some wait for the next round. */
  readonly hasMore: boolean;
}

/** What each person who asks for something may do in the repository, by login. Who is missing needs no rights for it. */
export type Rights = ReadonlyMap<string, Permission>;

/** What people ask for, and by which right. */
export interface Asked {
  readonly orders: Orders;
  readonly rights: Rights;
}

/** Nobody needs more in one comment. */
const MAX_COMMANDS = 10;

/** How many comments one review answers, the newest: whatever is wrong with older ones does not keep it from them. */
const MAX_ANSWERS = 10;

/** Nobody who means well asks for more on one pull request; whoever does gets no more answers, not even reactions. */
const MAX_OF_ONE = 40;

/** Whose ignores are heeded, beside the author's: each of these people costs a request. */
const MAX_PEOPLE = 30;

/**
 * The commands in the comments of a pull request. The conversation is the memory: our reaction says that a comment is
 * answered, and 👍 that what it ignores is ignored. An edited comment asks for nothing, whatever it said before.
 */
export function collectOrders(remarks: readonly Remark[]): Orders {
  const orders = remarks
    .filter(({ body, isEdited, threadId }) => !isEdited && isForReview(body, threadId !== undefined))
    .map(toOrder);
  const isStanding = ({ remark, commands }: Order): boolean =>
    remark.reactions.includes('+1') && commands.some(({ kind }) => kind === 'ignore');
  const fresh = takeFromEach(orders, remarks);
  return {
    fresh: fresh.slice(-MAX_ANSWERS),
    standing: takeOfFew(orders.filter(isStanding)),
    hasMore: fresh.length > MAX_ANSWERS,
  };
}

/** The orders without an answer, of each person no more than are left to them. */
function takeFromEach(orders: readonly Order[], remarks: readonly Remark[]): readonly Order[] {
  const counts = new Map<string, number>();
  const count = ({ login }: Remark): number => {
    const now = (counts.get(login) ?? 0) + 1;
    counts.set(login, now);
    return now;
  };
  for (const remark of remarks) if (remark.reactions.length > 0) count(remark);
  return orders.filter(({ remark }) => remark.reactions.length === 0 && count(remark) <= MAX_OF_ONE);
}

/** The orders of the author and of the first people after them, so that no crowd pushes out those who count. */
function takeOfFew(orders: readonly Order[]): readonly Order[] {
  const others = orders.flatMap(({ remark }) => (remark.isByAuthor ? [] : [remark.login]));
  const heeded = new Set([...new Set(others)].slice(0, MAX_PEOPLE));
  return orders.filter(({ remark }) => remark.isByAuthor || heeded.has(remark.login));
}

/** Whether somebody who may asks for the review that is under way. */
export function isRecheckAsked({ orders, rights }: Asked): boolean {
  return orders.fresh.some(
    ({ remark, commands }) =>
      isEntitled(remark, rights) && remark.threadId === undefined && commands.some(({ kind }) => kind === 'recheck'),
  );
}

/** Whether somebody may ask for more than help. */
export function isEntitled({ isByAuthor, login }: Remark, rights: Rights): boolean {
  return isByAuthor || rights.get(login) === 'write';
}

function toOrder(remark: Remark): Order {
  const commands = parseCommands(remark.body);
  return { remark, commands: commands.slice(0, MAX_COMMANDS), hasMore: commands.length > MAX_COMMANDS };
}
