import { z } from 'zod';
import type { FillCommand } from '../../../ports/job.ts';
import type { EarlierAnswer } from '../../../ports/proposals.ts';
import type { InstallationClient } from '../installation-client.ts';
import { nodesOf } from '../pull-request-query.ts';

/** A reply stands behind its command: more than a hundred comments in between nobody writes. */
const COMMENTS = 'comments(last: 100) { nodes { body viewerDidAuthor } }';

const ANSWER_QUERY = `
  query ReadAnswer($id: ID!, $subject: ID!) {
    node(id: $id) { ... on IssueComment { reactionGroups { content viewerHasReacted } } }
    subject: node(id: $subject) { __typename ... on Issue { ${COMMENTS} } ... on PullRequest { ${COMMENTS} } }
  }`;

const replySchema = z.object({
  node: z.object({ reactionGroups: nodesOf(z.object({ viewerHasReacted: z.boolean() })) }).nullable(),
  subject: z
    .object({
      __typename: z.string(),
      comments: z.object({ nodes: nodesOf(z.object({ body: z.string(), viewerDidAuthor: z.boolean() })) }).optional(),
    })
    .nullish(),
});

/** What stands of the answer to a comment: whether the app has reacted, and what it said in the conversation. */
export async function readAnswer(
  client: InstallationClient,
  { commentId, subjectId }: Pick<FillCommand, 'commentId' | 'subjectId'>,
): Promise<EarlierAnswer> {
  const reply = await client.query(ANSWER_QUERY, { id: commentId, subject: subjectId }, 'null');
  const { node, subject } = replySchema.parse(reply);
  const comments = subject?.comments?.nodes ?? [];
  return {
    isFinished: node === null || node.reactionGroups.some(({ viewerHasReacted }) => viewerHasReacted),
    isOnIssue: subject?.__typename !== 'PullRequest',
    said: comments.filter(({ viewerDidAuthor }) => viewerDidAuthor).map(({ body }) => body),
  };
}
