import { GraphQLError, type GraphQLFieldResolver, type GraphQLResolveInfo } from 'graphql';
import { type Fields, isFields } from '../fields.ts';
import { requirePermission } from '../permissions.ts';
import { type Access, accountOf, type Actor } from '../records/app.ts';
import type { Account, Repository } from '../records/repository.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

export interface GraphContext {
  readonly world: World;
  readonly actor: Actor;
}

/** How GraphQL sees a thing: values, and functions of (arguments, context, info) that give values. */
export type View = Readonly<Record<string, unknown>>;

type Resolver = (args: Fields, context: GraphContext, info: GraphQLResolveInfo) => unknown;

function isResolver(value: unknown): value is Resolver {
  return typeof value === 'function';
}

/** Reads a field of a view; one that the view does not have is noted as unimplemented. */
export const resolveField: GraphQLFieldResolver<unknown, GraphContext, Fields> = (source, args, context, info) => {
  if (!isFields(source) || !(info.fieldName in source)) {
    context.world.unimplemented.add(`graphql ${info.parentType.name}.${info.fieldName}`);
    return null;
  }
  const value = source[info.fieldName];
  return isResolver(value) ? callSafely(() => value(args, context, info)) : value;
};

async function callSafely(call: () => unknown): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof Refusal ? translate(error) : error;
  }
}

const TYPES: Readonly<Record<number, string>> = { 403: 'FORBIDDEN', 404: 'NOT_FOUND' };

function translate({ status, message, errors = [] }: Refusal): GraphQLError {
  const details = errors.map((detail) => (typeof detail === 'string' ? detail : (detail.message ?? detail.code)));
  return refuse(TYPES[status] ?? 'UNPROCESSABLE', details.length === 0 ? message : details.join(', '));
}

export function refuse(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** Notes arguments that a field was given and that nothing here looks at. */
export function noteArguments(
  { world }: GraphContext,
  info: GraphQLResolveInfo,
  args: Fields,
  known: readonly string[],
): void {
  for (const name of Object.keys(args)) {
    if (!known.includes(name)) {
      world.unimplemented.add(`graphql ${info.parentType.name}.${info.fieldName}(${name}:)`);
    }
  }
}

export function requireAccess({ actor }: GraphContext, repository: Repository, name: string, access: Access): void {
  requirePermission(actor, repository, [[name, access]]);
}

/** The account that asks; everybody who gets this far has one. */
export function needViewer({ actor }: GraphContext): Account {
  const account = accountOf(actor);
  if (account === undefined) throw refuse('FORBIDDEN', 'Resource not accessible');
  return account;
}

/** A list argument's texts, or undefined when it was not given. */
export function wordsOf(args: Fields, name: string): readonly string[] | undefined {
  const value = args[name];
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : undefined;
}
