import { z } from 'zod';
import { nodesOf, pageInfoSchema } from '../pull-request-query.ts';
import { parseReply } from './parse-reply.ts';
import { APPROVED_RFCS, type ApprovedRfcsFragment, NEW_RFCS, type NewRfcsFragment } from './queries.generated.ts';
import { type Query, toOwnerAndName } from './query.ts';

/** Which lists are asked for; undefined for one that nobody asks for. */
export interface RfcLists {
  /** `since`: commits before that are left out. */
  readonly approved?: { readonly repository: string; readonly folder: string; readonly since: string } | undefined;
  readonly opened?: { readonly repository: string } | undefined;
}

const mergedSchema = z.object({
  number: z.number(),
  title: z.string(),
  url: z.string(),
  mergedAt: z.string().nullable(),
  files: z.object({ nodes: nodesOf(z.object({ path: z.string(), changeType: z.string() })) }).nullish(),
});

const historySchema = z.object({
  pageInfo: pageInfoSchema,
  nodes: nodesOf(z.object({ associatedPullRequests: z.object({ nodes: nodesOf(mergedSchema) }).nullish() })),
});

const approvedSchema = z.object({
  nameWithOwner: z.string(),
  defaultBranchRef: z.object({ target: z.object({ history: historySchema }).nullable() }).nullable(),
});

const openedSchema = z.object({
  nameWithOwner: z.string(),
  pullRequests: z.object({
    pageInfo: pageInfoSchema,
    nodes: nodesOf(z.object({ number: z.number(), title: z.string(), url: z.string(), createdAt: z.string() })),
  }),
});

const replySchema = z.object({ approved: approvedSchema.nullish(), opened: openedSchema.nullish() });

/** What GitHub says of each repository, by its schema; null where it is not there, or not for us. */
interface RfcsReply {
  readonly approved?: ApprovedRfcsFragment | null;
  readonly opened?: NewRfcsFragment | null;
}

export type MergedRfcNode = z.infer<typeof mergedSchema>;
export type RfcPages = z.infer<typeof replySchema>;

/** Asks for a page of each list, in one request; `after` is for one list alone. A repository that is not there has none. */
export async function askRfcs(query: Query, { approved, opened }: RfcLists, after: string | null): Promise<RfcPages> {
  const declared = ['$after: String'];
  const [fields, texts]: [string[], string[]] = [[], []];
  let variables: Readonly<Record<string, unknown>> = { after };
  if (approved !== undefined) {
    const { owner, name } = toOwnerAndName(approved.repository);
    variables = { ...variables, owner, name, folder: approved.folder, since: approved.since };
    declared.push('$owner: String!, $name: String!, $folder: String!, $since: GitTimestamp!');
    fields.push('  approved: repository(owner: $owner, name: $name) { ...ApprovedRfcs }');
    texts.push(APPROVED_RFCS);
  }
  if (opened !== undefined) {
    const { owner: openedOwner, name: openedName } = toOwnerAndName(opened.repository);
    variables = { ...variables, openedOwner, openedName };
    declared.push('$openedOwner: String!, $openedName: String!');
    fields.push('  opened: repository(owner: $openedOwner, name: $openedName) { ...NewRfcs }');
    texts.push(NEW_RFCS);
  }
  const document = [`query ReadRfcs(${declared.join(', ')}) {`, ...fields, '}', ...texts].join('\n');
  return parseReply<RfcsReply, typeof replySchema>(replySchema, await query(document, variables, 'null'));
}
