import type { Remark } from '../../ports.ts';
import type { AnswerReaction } from '../../review/answer.ts';
import type { CommentNode, PullRequestNode, ThreadNode } from './pull-request-query.ts';

/** GraphQL's names of the reactions that answer a command. */
const REACTIONS: Readonly<Record<string, AnswerReaction>> = { THUMBS_UP: '+1', CONFUSED: 'confused' };

/** What people wrote to the app. Apps, itself among them, and accounts that are gone ask for nothing. */
export function toRemarks(
  author: PullRequestNode['author'],
  comments: readonly CommentNode[],
  threads: readonly ThreadNode[],
): readonly Remark[] {
  const placed = [
    ...comments.map((comment) => ({ comment, threadId: undefined })),
    ...threads.flatMap((thread) => thread.comments.nodes.map((comment) => ({ comment, threadId: thread.id }))),
  ];
  return placed.flatMap(({ comment, threadId }) => toRemark(author, comment, threadId) ?? []);
}

function toRemark(
  opener: PullRequestNode['author'],
  { id, body, viewerDidAuthor, author, lastEditedAt, reactionGroups }: CommentNode,
  threadId: string | undefined,
): Remark | undefined {
  if (viewerDidAuthor || author?.__typename !== 'User' || !/\/copydesk/i.test(body)) return undefined;
  return {
    commentId: id,
    threadId,
    login: author.login,
    // GraphQL leaves the `[bot]` off: an app and a person may bear the same login.
    isByAuthor: opener?.__typename === 'User' && opener.login === author.login,
    body,
    isEdited: typeof lastEditedAt === 'string',
    reactions: reactionGroups.flatMap(({ content, viewerHasReacted }) =>
      viewerHasReacted ? (REACTIONS[content] ?? []) : [],
    ),
  };
}
