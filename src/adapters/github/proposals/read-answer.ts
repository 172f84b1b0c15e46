import { z } from 'zod';
import type { FillCommand } from '../../../ports/job.ts';
import type { EarlierAnswer } from '../../../ports/proposals.ts';
import type { InstallationClient } from '../installation-client.ts';
import { nodesOf } from '../pull-request-query.ts';
import { IDENTITY, identityFields, toRepositoryId } from '../repository-id.ts';

/** A reply stands behind its command: more than a hundred comments in between nobody writes. */
const SUBJECT = `repository { ${IDENTITY} } comments(last: 100) { nodes { body viewerDidAuthor } }`;

const ANSWER_QUERY = `
  query ReadAnswer($id: ID!, $subject: ID!) {
    node(id: $id) { ... on IssueComment { reactionGroups { content viewerHasReacted } } }
    subject: node(id: $subject) { __typename ... on Issue { ${SUBJECT} } ... on PullRequest { ${SUBJECT} } }
  }`;

const replySchema = z.object({
  node: z.object({ reactionGroups: nodesOf(z.object({ viewerHasReacted: z.boolean() })) }).nullable(),
  subject: z
    .object({
      __typename: z.string(),
      repository: z.object(identityFields),
      comments: z.object({ nodes: nodesOf(z.object({ body: z.string(), viewerDidAuthor: z.boolean() })) }),
    })
    .nullable(),
});

/** What the app said so far in the conversation of a comment; undefined where it has reacted, or where there is no comment. */
export async function readAnswer(
  client: InstallationClient,
  { commentId, subjectId }: Pick<FillCommand, 'commentId' | 'subjectId'>,
): Promise<EarlierAnswer | undefined> {
  const reply = await client.query(ANSWER_QUERY, { id: commentId, subject: subjectId }, 'null');
  const { node, subject } = replySchema.parse(reply);
  if (node === null || subject === null) return undefined;
  if (node.reactionGroups.some(({ viewerHasReacted }) => viewerHasReacted)) return undefined;
  return {
    repositoryId: toRepositoryId(subject.repository),
    isOnIssue: subject.__typename !== 'PullRequest',
    said: subject.comments.nodes.filter(({ viewerDidAuthor }) => viewerDidAuthor).map(({ body }) => body),
  };
}
