import { z } from 'zod';
import type { RepositoryRef } from '../../../ports.ts';
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
  const declared = expressions.map((_, index) => `, $e${index}: String!`).join('');
  const asked = expressions.map((_, index) => `a${index}: object(expression: $e${index}) { ${fields} }`).join(' ');
  const document = `query ReadObjects($owner: String!, $name: String!${declared}) { rateLimit { limit remaining } repository(owner: $owner, name: $name) { ${asked} } }`;
  const named = Object.fromEntries(expressions.map((expression, index) => [`e${index}`, expression]));
  const { rateLimit, repository } = replySchema.parse(await query(document, { owner, name, ...named }));
  return {
    objects: expressions.map((_, index) => repository?.[`a${index}`]),
    limitLeft: rateLimit ? rateLimit.remaining / Math.max(1, rateLimit.limit) : 1,
  };
}
