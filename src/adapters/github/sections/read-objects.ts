import { z } from 'zod';
import type { RepositoryRef } from '../../../ports.ts';
import { declare, select, toVariables } from '../pull-request-query.ts';
import type { Query } from './query.ts';

/** The text of a file. */
export const BLOB = '... on Blob { text isTruncated }';

export const blobSchema = z.object({ text: z.string().nullish(), isTruncated: z.boolean().nullish() }).nullish();

const replySchema = z.object({
  /** A server may have no limit. */
  rateLimit: z.object({ limit: z.number(), remaining: z.number() }).nullish(),
  repository: z.record(z.string(), z.unknown()).nullable(),
});

/** Objects of a repository, in the order of their expressions. */
export interface ReadObjects {
  /** Not read yet; null for one that is not there. */
  readonly objects: readonly unknown[];
  /** Which part of an hour's requests is left, between 0 and 1. */
  readonly limitLeft: number;
}

/** Reads objects by expression, `HEAD:folder/file`, in one request. */
export async function readObjects(
  query: Query,
  { owner, repository: name }: Pick<RepositoryRef, 'owner' | 'repository'>,
  { expressions, fields }: { readonly expressions: readonly string[]; readonly fields: string },
): Promise<ReadObjects> {
  const { length } = expressions;
  const document = `
    query ReadObjects($owner: String!, $name: String!${declare('object', length)}) {
      rateLimit { limit remaining }
      repository(owner: $owner, name: $name) {${select('object', length, fields)}
      }
    }`;
  const variables = { owner, name, ...toVariables('object', expressions) };
  const { rateLimit, repository } = replySchema.parse(await query(document, variables));
  return {
    objects: expressions.map((_, index) => repository?.[`object${index}`]),
    limitLeft: rateLimit ? rateLimit.remaining / Math.max(1, rateLimit.limit) : 1,
  };
}
