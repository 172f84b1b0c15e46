import type { GraphQLResolveInfo } from 'graphql';
import { type Fields, numberOf, textOf } from '../fields.ts';
import { type GraphContext, noteArguments, refuse, type View } from './view.ts';

const MAX = 100;

/** What a field of a view is called with. */
export type FieldCall = readonly [args: Fields, context: GraphContext, info: GraphQLResolveInfo];

/** One page of a list as a connection; `known` are the arguments besides the paging ones that the caller has heeded. */
export function connect<Item>(
  [args, context, info]: FieldCall,
  items: readonly Item[],
  toView: (item: Item) => unknown,
  { known = [], extra = {} }: { known?: readonly string[]; extra?: View } = {},
): View {
  noteArguments(context, info, args, ['first', 'last', 'after', 'before', ...known]);
  const { from, to } = cutPage(args, info.fieldName, items.length);
  const edges = items
    .slice(from, to)
    .map((item, index) => ({ cursor: toCursor(from + index + 1), node: toView(item) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: to < items.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    ...extra,
  };
}

function cutPage(args: Fields, field: string, length: number): { from: number; to: number } {
  const first = numberOf(args, 'first');
  const last = numberOf(args, 'last');
  if (first === undefined && last === undefined) {
    throw refuse(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`,
    );
  }
  for (const [name, size] of Object.entries({ first, last })) {
    if (size !== undefined && (size > MAX || size < 0)) {
      throw refuse(
        'EXCESSIVE_PAGINATION',
        `Requesting ${size} records on the \`${field}\` connection exceeds the \`${name}\` limit of ${MAX} records.`,
      );
    }
  }
  const after = fromCursor(textOf(args, 'after')) ?? 0;
  const before = (fromCursor(textOf(args, 'before')) ?? length + 1) - 1;
  const end = Math.min(length, before);
  const to = first === undefined ? end : Math.min(end, after + first);
  return { from: last === undefined ? after : Math.max(after, to - last), to };
}

function toCursor(place: number): string {
  return Buffer.from(`cursor:${place}`).toString('base64');
}

function fromCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const place = Number(/^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1]);
  if (Number.isNaN(place))
    throw refuse('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`);
  return place;
}
