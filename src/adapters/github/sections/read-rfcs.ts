import { z } from 'zod';
import type { RfcsConfig } from '../../../config/fill-schema.ts';
import type { MergedRfc } from '../../../sections/approved-rfcs/model.ts';
import type { OpenedRfc } from '../../../sections/new-rfcs/model.ts';
import type { SourceReading } from '../../../sections/source-reading.ts';
import type { Window } from '../../../sections/window.ts';
import { ApiTrouble } from '../api-trouble.ts';
import { createPageTrail } from '../page-trail.ts';
import { nodesOf } from '../pull-request-query.ts';
import {
  READ_APPROVED_RFCS,
  READ_NEW_RFCS,
  type ReadApprovedRfcsQuery,
  type ReadApprovedRfcsQueryVariables,
  type ReadNewRfcsQuery,
  type ReadNewRfcsQueryVariables,
} from './queries.generated.ts';
import { parseReply } from './parse-reply.ts';
import { type Query, toOwnerAndName } from './query.ts';

const DAY = 86_400_000;

/** More pages than this a week has not. */
const MAX_PAGES = 5;

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

const mergedSchema = z.object({
  number: z.number(),
  title: z.string(),
  url: z.string(),
  mergedAt: z.string().nullable(),
  files: z.object({ nodes: nodesOf(z.object({ path: z.string(), changeType: z.string() })) }).nullish(),
});

const historySchema = z.object({
  pageInfo,
  nodes: nodesOf(z.object({ associatedPullRequests: z.object({ nodes: nodesOf(mergedSchema) }).nullish() })),
});

const approvedSchema = z.object({
  repository: z
    .object({
      nameWithOwner: z.string(),
      defaultBranchRef: z.object({ target: z.object({ history: historySchema }).nullable() }).nullable(),
    })
    .nullable(),
});

const openedSchema = z.object({
  repository: z
    .object({
      nameWithOwner: z.string(),
      pullRequests: z.object({
        pageInfo,
        nodes: nodesOf(z.object({ number: z.number(), title: z.string(), url: z.string(), createdAt: z.string() })),
      }),
    })
    .nullable(),
});

/** Reads which pull requests changed the folder of approved texts in a window, and what they added. */
export async function readApprovedRfcs(
  query: Query,
  config: RfcsConfig & { readonly folder: string },
  window: Window,
): Promise<SourceReading<MergedRfc>> {
  const { repository, folder } = config;
  // A commit may be older than its merge.
  const since = new Date(Date.parse(window.from) - DAY).toISOString();
  const { items, isCut } = await collectPages(async (after) => {
    const variables: ReadApprovedRfcsQueryVariables = { ...toOwnerAndName(repository), folder, since, after };
    const reply = parseReply<ReadApprovedRfcsQuery, typeof approvedSchema>(
      approvedSchema,
      await query(READ_APPROVED_RFCS, variables),
    ).repository;
    const history = reply?.defaultBranchRef?.target?.history;
    if (!reply || history === undefined) throw new ApiTrouble({ kind: 'absent', reason: `no ${repository}` });
    const merged = history.nodes.flatMap(({ associatedPullRequests }) => associatedPullRequests?.nodes ?? []);
    return {
      items: merged.flatMap((pull) => toMerged(reply.nameWithOwner, pull) ?? []),
      next: history.pageInfo.hasNextPage ? history.pageInfo.endCursor : undefined,
    };
  });
  const url = `https://github.com/${repository}/commits/HEAD/${folder}`;
  return {
    items,
    queried: [{ what: 'pull request', which: `that changed ${folder}`, url, count: items.length, ...window }],
    gap: isCut
      ? 'The folder of approved texts changed more often than can be read: fill this section by hand.'
      : undefined,
  };
}

/** Reads which pull requests were opened in a window. */
export async function readNewRfcs(
  query: Query,
  { repository }: RfcsConfig,
  window: Window,
): Promise<SourceReading<OpenedRfc>> {
  const { items, isCut } = await collectPages(async (after) => {
    const variables: ReadNewRfcsQueryVariables = { ...toOwnerAndName(repository), after };
    const reply = parseReply<ReadNewRfcsQuery, typeof openedSchema>(
      openedSchema,
      await query(READ_NEW_RFCS, variables),
    ).repository;
    if (!reply) throw new ApiTrouble({ kind: 'absent', reason: `no ${repository}` });
    const { nodes, pageInfo: page } = reply.pullRequests;
    const last = nodes.at(-1);
    const isOlder = last !== undefined && Date.parse(last.createdAt) < Date.parse(window.from);
    return {
      items: nodes.map((node) => ({ ...node, repository: reply.nameWithOwner })),
      next: page.hasNextPage && !isOlder ? page.endCursor : undefined,
    };
  });
  const opened = items.filter(({ createdAt }) => Date.parse(createdAt) >= Date.parse(window.from));
  return {
    items: opened,
    queried: [
      {
        what: 'pull request',
        which: 'opened',
        url: `https://github.com/${repository}/pulls`,
        count: opened.length,
        ...window,
      },
    ],
    gap: isCut ? 'More proposals were opened than can be read: fill this section by hand.' : undefined,
  };
}

/** undefined for what is not merged. */
function toMerged(
  repository: string,
  { mergedAt, files, ...thread }: z.infer<typeof mergedSchema>,
): MergedRfc | undefined {
  if (mergedAt === null) return undefined;
  const added = (files?.nodes ?? []).filter(({ changeType }) => changeType === 'ADDED').map(({ path }) => path);
  return { ...thread, repository, mergedAt, added };
}

interface Page<Item> {
  readonly items: readonly Item[];
  /** undefined after the last. */
  readonly next: string | null | undefined;
}

async function collectPages<Item>(
  read: (after: string | null) => Promise<Page<Item>>,
): Promise<{ items: readonly Item[]; isCut: boolean }> {
  const items: Item[] = [];
  let after: string | null = null;
  const goOn = createPageTrail<string>();
  for (let count = 0; count < MAX_PAGES; count += 1) {
    const page: Page<Item> = await read(after);
    items.push(...page.items);
    if (page.next === undefined) return { items, isCut: false };
    after = goOn(page.next);
  }
  return { items, isCut: true };
}
