import { z } from 'zod';
import type { InstallationClient } from '../installation-client.ts';
import { nodesOf } from '../pull-request-query.ts';

const REACTIONS_QUERY = `
  query ReadReactions($id: ID!) {
    node(id: $id) { ... on IssueComment { reactionGroups { content viewerHasReacted } } }
  }`;

const replySchema = z.object({
  node: z.object({ reactionGroups: nodesOf(z.object({ viewerHasReacted: z.boolean() })) }).nullable(),
});

/** Whether the app has reacted to a comment, which is how it answers. One that is gone wants no answer. */
export async function isAnswered(client: InstallationClient, id: string): Promise<boolean> {
  const { node } = replySchema.parse(await client.query(REACTIONS_QUERY, { id }, 'null'));
  return node === null || node.reactionGroups.some(({ viewerHasReacted }) => viewerHasReacted);
}
