import { type DocumentNode, execute, getOperationAST, GraphQLError, OperationTypeNode, parse, validate } from 'graphql';
import { Latest } from '../../shared/latest.ts';
import { type Fields, fieldsOf, textOf } from '../fields.ts';
import type { Actor } from '../records/app.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../routes/route.ts';
import type { World } from '../world.ts';
import { viewBranchMutations } from './branch-mutations.ts';
import { viewCommentMutations } from './comment-mutations.ts';
import { loadSchema } from './load-schema.ts';
import { viewQuery } from './query.ts';
import { viewReactionMutations } from './reaction-view.ts';
import { viewReviewMutations } from './review-mutations.ts';
import { type GraphContext, resolveField } from './view.ts';

/** Understands a GraphQL request; running it checks it against GitHub's schema first. */
export function runGraphql(world: World, actor: Actor, body: Fields) {
  const document = parseSafely(textOf(body, 'query') ?? '');
  const name = textOf(body, 'operationName');
  const operation = document instanceof GraphQLError ? 'graphql unreadable' : nameOperation(document, name);
  const run = () => {
    if (actor.kind !== 'installation' && actor.kind !== 'person') {
      throw new Refusal(401, 'This endpoint requires you to be authenticated.');
    }
    if (document instanceof GraphQLError) return answer({ errors: [document] });
    return runDocument({ world, actor }, document, { variables: fieldsOf(body, 'variables') ?? {}, name });
  };
  return { operation, actor, run };
}

async function runDocument(
  context: GraphContext,
  document: DocumentNode,
  { variables, name }: { variables: Fields; name: string | undefined },
): Promise<Reply> {
  const schema = loadSchema();
  const errors = check(document);
  if (errors.length > 0) return answer({ errors });
  const { world } = context;
  const result = await execute({
    schema,
    document,
    rootValue: {
      ...viewQuery(world),
      ...viewCommentMutations(world),
      ...viewReviewMutations(world),
      ...viewReactionMutations(world),
      ...viewBranchMutations(world),
    },
    contextValue: context,
    variableValues: variables,
    operationName: name ?? null,
    fieldResolver: resolveField,
  });
  noteMistakes(world, result.errors ?? []);
  return answer(result);
}

/** An error nobody threw on purpose is a gap of the embedded GitHub. */
function noteMistakes(world: World, errors: readonly GraphQLError[]) {
  for (const { originalError } of errors) {
    if (originalError !== undefined && !(originalError instanceof GraphQLError)) {
      world.unimplemented.add(`graphql failed: ${originalError.stack ?? originalError.message}`);
    }
  }
}

/** The bot asks the same again and again: reading it and checking it each time would be most of the work. */
const documents = new Latest<DocumentNode>(50);
const checked = new WeakMap<DocumentNode, readonly GraphQLError[]>();

function check(document: DocumentNode): readonly GraphQLError[] {
  const errors = checked.get(document) ?? validate(loadSchema(), document);
  checked.set(document, errors);
  return errors;
}

function parseSafely(text: string): DocumentNode | GraphQLError {
  try {
    const document = documents.get(text) ?? parse(text);
    documents.set(text, document);
    return document;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** E.g. `graphql query ReadPullRequest` or `graphql mutation addComment minimizeComment`. */
function nameOperation(document: DocumentNode, name: string | undefined): string {
  const operation = getOperationAST(document, name);
  const fields = operation?.selectionSet.selections.flatMap((one) => ('arguments' in one ? [one.name.value] : []));
  const label = operation?.operation === OperationTypeNode.MUTATION ? undefined : operation?.name?.value;
  return `graphql ${operation?.operation ?? 'nothing'} ${label ?? [...new Set(fields)].join(' ')}`;
}

/** GitHub answers 200 to whatever it could read, and puts an error's type beside its message. */
function answer({ data, errors }: { data?: unknown; errors?: readonly GraphQLError[] }): Reply {
  const shown = errors?.map(({ message, path, locations, extensions: { type, ...rest } }) => ({
    ...(type === undefined ? {} : { type }),
    ...(path === undefined ? {} : { path }),
    ...(Object.keys(rest).length === 0 ? {} : { extensions: rest }),
    locations,
    message,
  }));
  return {
    status: 200,
    body: { ...(data === undefined ? {} : { data }), ...(shown === undefined ? {} : { errors: shown }) },
  };
}
