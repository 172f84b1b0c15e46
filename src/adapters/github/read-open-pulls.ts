import type { RepositoryRef } from '../../ports.ts';
import type { OpenPull, UnansweredComment } from '../../ports/survey.ts';
import { toCommitSha } from '../../shared/brand.ts';
import type { InstallationClient } from './installation-client.ts';
import { OPEN_PULLS_QUERY, type OpenCommentNode, type OpenPullNode, openPullsReplySchema } from './open-pulls-query.ts';

/** The open pull requests of a repository with what can be seen of our work, in one query for every fifty of them. */
export async function readOpenPulls(
  client: InstallationClient,
  repository: RepositoryRef,
  { appId }: { readonly appId: number },
): Promise<readonly OpenPull[]> {
  const pulls: OpenPull[] = [];
  let after: string | undefined;
  do {
    const variables = { owner: repository.owner, name: repository.repository, appId, after: after ?? null };
    const reply = openPullsReplySchema.parse(await client.query(OPEN_PULLS_QUERY, variables));
    const page = reply.repository?.pullRequests;
    pulls.push(...(page?.nodes ?? []).map((node) => toOpenPull(repository, node)));
    after = page?.pageInfo.hasNextPage === true ? (page.pageInfo.endCursor ?? undefined) : undefined;
  } while (after !== undefined);
  return pulls;
}

function toOpenPull(repository: RepositoryRef, node: OpenPullNode): OpenPull {
  const threads = node.reviewThreads.nodes.flatMap(({ comments }) => comments.nodes);
  return {
    ref: { ...repository, number: node.number },
    nodeId: node.id,
    head: toCommitSha(node.headRefOid),
    isDraft: node.isDraft,
    isOurs: node.viewerDidAuthor,
    isChecked: isChecked(node),
    unanswered: [
      ...node.comments.nodes.flatMap((comment) => toUnanswered(comment, false)),
      ...threads.flatMap((comment) => toUnanswered(comment, true)),
    ],
  };
}

function isChecked({ headRefOid, commits }: OpenPullNode): boolean {
  const suites = commits.nodes.find(({ commit }) => commit.oid === headRefOid)?.commit.checkSuites?.nodes ?? [];
  return suites.some(({ checkRuns }) => checkRuns?.nodes.some(({ status }) => status === 'COMPLETED'));
}

function toUnanswered(comment: OpenCommentNode, isInThread: boolean): UnansweredComment[] {
  const { id, body, author, createdAt } = comment;
  if (comment.viewerDidAuthor || author?.__typename !== 'User') return [];
  const isAnswered = comment.reactionGroups.some(({ viewerHasReacted }) => viewerHasReacted);
  if (isAnswered || typeof comment.lastEditedAt === 'string') return [];
  return [{ commentId: id, login: author.login, isInThread, body, at: new Date(createdAt) }];
}
