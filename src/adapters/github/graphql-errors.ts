import type { GraphqlResponseError } from '@octokit/graphql';
import { z } from 'zod';

/** An error in a GraphQL reply; octokit's own type promises more than GitHub sends. */
export interface GraphqlError {
  /** GitHub's kind, like `FORBIDDEN`; missing where GitHub itself broke. */
  readonly type?: string | undefined;
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
}

const errorsSchema = z.array(
  z.object({
    type: z.string().optional(),
    message: z.string(),
    path: z.array(z.union([z.string(), z.number()])).optional(),
  }),
);

/** What GitHub complained of, in its order; nothing where the reply has no list of errors that can be read. */
export function getGraphqlErrors(error: GraphqlResponseError<unknown>): readonly GraphqlError[] {
  const parsed = errorsSchema.safeParse(error.errors);
  return parsed.success ? parsed.data : [];
}
