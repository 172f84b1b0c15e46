import { holdsOnlyCommands } from '../commands/parse-command.ts';
import type { Spoken, SpokenThread } from '../ports.ts';
import { recogniseWords, type Signature } from '../review/own-words.ts';
import { findOwnCheck } from '../review/plan-check.ts';
import type { EarlierComment, EarlierSummary, EarlierWords } from '../review/review-plan.ts';

/** What the app said earlier, by its signed markers; own comments without a valid one are left alone. */
export function recogniseEarlier({ checks, comments, threads }: Spoken, signature: Signature): EarlierWords {
  return {
    check: findOwnCheck(checks, signature.number),
    comments: threads.flatMap((thread) => toEarlierComment(thread, signature) ?? []),
    summaries: comments.flatMap(({ commentId, body, isMinimized }): EarlierSummary[] =>
      recogniseWords(body, signature)?.kind === 'summary' ? [{ commentId, body, isRetired: isMinimized }] : [],
    ),
  };
}

function toEarlierComment(thread: SpokenThread, signature: Signature): EarlierComment | undefined {
  const words = recogniseWords(thread.body, signature);
  if (words?.kind !== 'comment') return undefined;
  return {
    commentId: thread.commentId,
    threadId: thread.threadId,
    fingerprints: words.fingerprints,
    head: words.head,
    isCurrent: !thread.isOutdated,
    hasReplies: thread.replies.some((reply) => !holdsOnlyCommands(reply)),
    isRetired: thread.isResolved || thread.isMinimized,
  };
}
