import { z } from 'zod';
import type { RepositoryRef } from '../../../ports.ts';
import type { StandingProposal } from '../../../proposals/proposal-facts.ts';
import type { InstallationClient } from '../installation-client.ts';
import { createPageTrail } from '../page-trail.ts';
import { nodesOf, pageInfoSchema } from '../pull-request-query.ts';

/** Of a list of pull requests by the name of their branch. */
export const NAMED_PULLS = `pageInfo { hasNextPage endCursor } nodes { number state body viewerDidAuthor isCrossRepository }`;

const MORE_QUERY = `
  query ReadNamedPulls($owner: String!, $name: String!, $branch: String!, $after: String!) {
    repository(owner: $owner, name: $name) {
      pulls: pullRequests(headRefName: $branch, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) { ${NAMED_PULLS} }
    }
  }`;

/** The newest first. */
export const namedPullsSchema = z.object({
  pageInfo: pageInfoSchema,
  nodes: nodesOf(
    z.object({
      number: z.number(),
      state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
      body: z.string(),
      viewerDidAuthor: z.boolean(),
      isCrossRepository: z.boolean(),
    }),
  ),
});

type NamedPulls = z.infer<typeof namedPullsSchema>;

const moreSchema = z.object({ repository: z.object({ pulls: namedPullsSchema }).nullable() });

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

/**
 * Of the app's own pull requests of a branch the open one, else the newest. Strangers may give branches of their forks the same name,
 * so there may be many others before it.
 * @param first the first page of all with that name
 */
export async function findOwnPull(
  client: InstallationClient,
  { owner, repository: name }: RepositoryRef,
  { branch, first }: { readonly branch: string; readonly first: NamedPulls },
): Promise<StandingProposal | undefined> {
  let page: NamedPulls | undefined = first;
  const goOn = createPageTrail<string>();
  while (page !== undefined) {
    const own = chooseOwn(page);
    const { hasNextPage, endCursor }: NamedPulls['pageInfo'] = page.pageInfo;
    if (own !== undefined || !hasNextPage) return own;
    const reply = await client.query(MORE_QUERY, { owner, name, branch, after: goOn(endCursor) });
    page = moreSchema.parse(reply).repository?.pulls;
  }
  return undefined;
}

function chooseOwn({ nodes }: NamedPulls): StandingProposal | undefined {
  const own = nodes.filter(({ viewerDidAuthor, isCrossRepository }) => viewerDidAuthor && !isCrossRepository);
  const pull = own.find(({ state }) => state === 'OPEN') ?? own[0];
  return pull && { number: pull.number, state: STATES[pull.state], body: pull.body };
}
