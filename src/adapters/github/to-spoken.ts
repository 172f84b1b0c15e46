import type { Spoken, SpokenComment, SpokenThread } from '../../ports.ts';
import type { CommentNode, PullRequestNode, ThreadNode } from './pull-request-query.ts';

/** Own comments among those of a conversation. */
export function toSpokenComments(nodes: readonly CommentNode[]): readonly SpokenComment[] {
  return nodes.filter(({ viewerDidAuthor }) => viewerDidAuthor).map(toSpokenComment);
}

/** Threads that the app started. */
export function toSpokenThreads(nodes: readonly ThreadNode[]): readonly SpokenThread[] {
  return nodes.flatMap(({ id, isResolved, isOutdated, comments }) => {
    const [first] = comments.nodes;
    if (first?.viewerDidAuthor !== true) return [];
    return [{ ...toSpokenComment(first), threadId: id, isResolved, isOutdated, hasReplies: comments.totalCount > 1 }];
  });
}

/** The newest check run of the app on the head. */
export function toEarlierCheck({ commits, headRefOid }: PullRequestNode): Spoken['check'] {
  const commit = commits.nodes.find((node) => node.commit.oid === headRefOid)?.commit;
  const runs = commit?.checkSuites?.nodes.flatMap(({ checkRuns }) => checkRuns?.nodes ?? []) ?? [];
  const newest = runs.sort((one, other) => (other.databaseId ?? 0) - (one.databaseId ?? 0))[0];
  return newest && { externalId: newest.externalId ?? '', isCompleted: newest.status === 'COMPLETED' };
}

function toSpokenComment({ id, body, isMinimized }: CommentNode): SpokenComment {
  return { commentId: id, body, isMinimized };
}
