import type { SpokenComment, SpokenThread } from '../../ports.ts';
import type { EarlierCheck } from '../../review/review-plan.ts';
import type { CheckedNode, CheckRunNode, CommentNode, ThreadNode } from './pull-request-query.ts';

/** Own comments among those of a conversation. */
export function toSpokenComments(nodes: readonly CommentNode[]): readonly SpokenComment[] {
  return nodes.filter(({ viewerDidAuthor }) => viewerDidAuthor).map(toSpokenComment);
}

/** Threads that the app started. */
export function toSpokenThreads(nodes: readonly ThreadNode[]): readonly SpokenThread[] {
  return nodes.flatMap(({ id, isResolved, isOutdated, comments }) => {
    const [first] = comments.nodes;
    if (first?.viewerDidAuthor !== true) return [];
    const replies = comments.nodes.slice(1).filter(({ viewerDidAuthor }) => !viewerDidAuthor);
    return [
      { ...toSpokenComment(first), threadId: id, isResolved, isOutdated, replies: replies.map(({ body }) => body) },
    ];
  });
}

/** Own words below the first of a thread. */
export function toSpokenReplies(nodes: readonly ThreadNode[]): readonly string[] {
  return nodes.flatMap(({ comments }) =>
    comments.nodes
      .slice(1)
      .filter(({ viewerDidAuthor }) => viewerDidAuthor)
      .map(({ body }) => body),
  );
}

/** The app's check runs on the head, the newest first. */
export function toEarlierChecks({ commits, headRefOid }: CheckedNode): readonly EarlierCheck[] {
  const commit = commits.nodes.find((node) => node.commit.oid === headRefOid)?.commit;
  const runs = commit?.checkSuites?.nodes.flatMap(({ checkRuns }) => checkRuns?.nodes ?? []) ?? [];
  return runs
    .reverse()
    .sort(compareAge)
    .map(({ databaseId, externalId, status }) => ({
      checkRunId: databaseId ?? undefined,
      externalId: externalId ?? '',
      isCompleted: status === 'COMPLETED',
    }));
}

/** The newer one goes first. Numbers grow; where GitHub tells none, times do. */
function compareAge(one: CheckRunNode, other: CheckRunNode): number {
  const isNumbered = typeof one.databaseId === 'number' && typeof other.databaseId === 'number';
  if (isNumbered) return Number(other.databaseId) - Number(one.databaseId);
  return Date.parse(other.startedAt ?? '') - Date.parse(one.startedAt ?? '') || 0;
}

function toSpokenComment({ id, body, isMinimized }: CommentNode): SpokenComment {
  return { commentId: id, body, isMinimized };
}
