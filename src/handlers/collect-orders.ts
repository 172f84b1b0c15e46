import { type Command, parseCommands } from '../commands/parse-command.ts';
import type { Permission, Remark } from '../ports.ts';

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

/** How many comments one review answers; the rest waits for the next. */
const MAX_ANSWERS = 10;

/** Nobody ignores more; each of them may cost a request. */
const MAX_STANDING = 100;

/**
 * The commands in the comments of a pull request. The conversation is the memory: our reaction says that a comment is
 * answered, and 👍 that what it ignores is ignored. An edited comment asks for nothing, whatever it said before.
 */
export function collectOrders(remarks: readonly Remark[]): Orders {
  const orders = remarks
    .filter(({ isEdited }) => !isEdited)
    .map(toOrder)
    .filter(({ commands }) => commands.length > 0);
  const isStanding = ({ remark, commands }: Order): boolean =>
    remark.reactions.includes('+1') && commands.some(({ kind }) => kind === 'ignore');
  return {
    fresh: orders.filter(({ remark }) => remark.reactions.length === 0).slice(0, MAX_ANSWERS),
    standing: orders.filter(isStanding).slice(0, MAX_STANDING),
  };
}

/** Whether somebody who may asks for the review that is under way. */
export function isRecheckAsked({ orders, rights }: Asked): boolean {
  return orders.fresh.some(({ remark: { threadId, login, isByAuthor }, commands }) => {
    const mayAsk = isByAuthor || rights.get(login) === 'write';
    return mayAsk && threadId === undefined && commands.some(({ kind }) => kind === 'recheck');
  });
}

function toOrder(remark: Remark): Order {
  const commands = parseCommands(remark.body);
  return { remark, commands: commands.slice(0, MAX_COMMANDS), hasMore: commands.length > MAX_COMMANDS };
}
