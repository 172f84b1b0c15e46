import type { PullRequestRef } from '../../ports.ts';
import { ApiTrouble } from './api-trouble.ts';
import type { InstallationClient } from './installation-client.ts';
import { createPageTrail } from './page-trail.ts';

interface Page<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined };
  readonly nodes: readonly Node[];
}

interface PageReply<Node> {
  readonly repository: { readonly pullRequest: { readonly page: Page<Node> } | null } | null;
}

/** All nodes of a connection of which a query gave the first page. */
export async function readPages<Node>(
  client: InstallationClient,
  { owner, repository, number }: PullRequestRef,
  {
    first,
    query,
    schema,
  }: { first: Page<Node>; query: string; schema: { parse: (reply: unknown) => PageReply<Node> } },
): Promise<readonly Node[]> {
  const nodes = [...first.nodes];
  let { pageInfo } = first;
  const goOn = createPageTrail<string>();
  while (pageInfo.hasNextPage) {
    const variables = { owner, name: repository, number, after: goOn(pageInfo.endCursor) };
    const reply = schema.parse(await client.query(query, variables));
    const page = reply.repository?.pullRequest?.page;
    if (page === undefined) throw new ApiTrouble({ kind: 'absent', reason: 'the pull request is gone' });
    nodes.push(...page.nodes);
    ({ pageInfo } = page);
  }
  return nodes;
}
