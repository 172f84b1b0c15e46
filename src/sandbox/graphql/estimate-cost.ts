import {
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

/** A query as it is run. */
export type RunQuery = Pick<GraphQLResolveInfo, 'operation' | 'fragments' | 'variableValues'>;

/**
 * What a query costs of the 5,000 points an hour: a hundredth of the requests that its connections would take if every
 * page were full, and at least 1.
 */
export function estimateCost({ operation, fragments, variableValues }: RunQuery): number {
  const count = countRequests(operation.selectionSet, { fragments, variableValues, times: 1 });
  return Math.max(1, Math.round(count / 100));
}

interface Walk {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode | undefined>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
  /** How many of what is selected from there are. */
  readonly times: number;
}

function countRequests({ selections }: SelectionSetNode, walk: Walk): number {
  return selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = walk.fragments[selection.name.value];
      return sum + (fragment === undefined ? 0 : countRequests(fragment.selectionSet, walk));
    }
    if (selection.selectionSet === undefined) return sum;
    if (selection.kind === Kind.INLINE_FRAGMENT) return sum + countRequests(selection.selectionSet, walk);
    const page = selection.arguments?.find(({ name }) => ['first', 'last'].includes(name.value));
    if (page === undefined) return sum + countRequests(selection.selectionSet, walk);
    const size = Number(valueFromASTUntyped(page.value, { ...walk.variableValues }));
    return sum + walk.times + countRequests(selection.selectionSet, { ...walk, times: walk.times * size });
  }, 0);
}
