import type { RepositoryRef } from '../../ports.ts';
import type { OpenPull, OtherThread, Threads, UnansweredComment } from '../../ports/survey.ts';
import { toCommitSha } from '../../shared/brand.ts';
import type { InstallationClient } from './installation-client.ts';
import { createPageTrail } from './page-trail.ts';
import {
  type OpenCommentNode,
  type OpenPullNode,
  type OtherNodes,
  THREADS_QUERY,
  threadsReplySchema,
} from './threads-query.ts';

/** The threads of a repository with what can be seen of our work, in one query for every fifty open pull requests. */
export async function readThreads(
  client: InstallationClient,
  repository: RepositoryRef,
  { appId }: { readonly appId: number },
): Promise<Threads> {
  const pulls: OpenPull[] = [];
  const others: OtherThread[] = [];
  let after: string | undefined;
  const goOn = createPageTrail<string>();
  do {
    const place = { owner: repository.owner, name: repository.repository, appId };
    const variables = { ...place, after: after ?? null, isFirst: after === undefined };
    const found = threadsReplySchema.parse(await client.query(THREADS_QUERY, variables)).repository;
    const page = found?.pullRequests;
    pulls.push(...(page?.nodes ?? []).map((node) => toOpenPull(repository, node)));
    others.push(...toOthers(found?.issues), ...toOthers(found?.closed));
    after = page?.pageInfo.hasNextPage === true ? goOn(page.pageInfo.endCursor) : undefined;
  } while (after !== undefined);
  return { pulls, others };
}

function toOthers(threads: OtherNodes | undefined): readonly OtherThread[] {
  return (threads?.nodes ?? []).map(({ id, number, comments }) => ({
    number,
    nodeId: id,
    unanswered: comments.nodes.flatMap((comment) => toUnanswered(comment, false)),
  }));
}

function toOpenPull(repository: RepositoryRef, node: OpenPullNode): OpenPull {
  const threads = node.reviewThreads.nodes.flatMap(({ comments }) => comments.nodes);
  return {
    ref: { ...repository, number: node.number },
    nodeId: node.id,
    head: toCommitSha(node.headRefOid),
    isDraft: node.isDraft,
    isOurs: node.viewerDidAuthor,
    finishedChecks: listFinishedChecks(node),
    unanswered: [
      ...node.comments.nodes.flatMap((comment) => toUnanswered(comment, false)),
      ...threads.flatMap((comment) => toUnanswered(comment, true)),
    ],
  };
}

function listFinishedChecks({ headRefOid, commits }: OpenPullNode): readonly string[] {
  const suites = commits.nodes.find(({ commit }) => commit.oid === headRefOid)?.commit.checkSuites?.nodes ?? [];
  const runs = suites.flatMap(({ checkRuns }) => checkRuns?.nodes ?? []);
  return runs.flatMap(({ status, externalId }) => (status === 'COMPLETED' ? (externalId ?? []) : []));
}

function toUnanswered(comment: OpenCommentNode, isInThread: boolean): UnansweredComment[] {
  const { id, body, author, createdAt } = comment;
  if (comment.viewerDidAuthor || author?.__typename !== 'User') return [];
  const isAnswered = comment.reactionGroups.some(({ viewerHasReacted }) => viewerHasReacted);
  if (isAnswered || typeof comment.lastEditedAt === 'string') return [];
  return [{ commentId: id, login: author.login, isInThread, body, at: new Date(createdAt) }];
}
