import { addReaction } from '../actions/reactions.ts';
import { addIssueComment, deleteComment, editComment } from '../actions/comments.ts';
import { announcePush } from '../actions/pushes.ts';
import { replyInThread } from '../actions/reviews.ts';
import { type Fields, needNumber, needText, wordOf } from '../fields.ts';
import type { Pull, Thread } from '../records/pull.ts';
import { listReactionContents, type ReactionContent } from '../records/reaction.ts';
import { signatureOf } from '../records/repository.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { act } from './act.ts';
import { personIn, pullIn } from './look-up.ts';
import type { PullOrder } from './people-of-pulls.ts';
import { readSuggestion, type Replacement, replaceLines } from './read-suggestion.ts';

export type CommentOrder = PullOrder & { readonly body: string };
export type ChangeOrder = PullOrder & { readonly comment: number };
export type ReactionOrder = ChangeOrder & { readonly content: ReactionContent };
export type ReplyOrder = CommentOrder & { readonly thread: number };

/** What people say to each other and to the bot. */
export function peopleOfConversations(world: World) {
  return {
    comment: (order: Fields) =>
      act(() => {
        const comment = addIssueComment(world, pullIn(world, order), personIn(world, order), needText(order, 'body'));
        return { id: comment.id };
      }),
    editComment: (order: Fields) =>
      act(() => {
        editComment(world, commentIn(world, order), personIn(world, order), needText(order, 'body'));
        return {};
      }),
    deleteComment: (order: Fields) =>
      act(() => {
        deleteComment(world, commentIn(world, order), personIn(world, order));
        return {};
      }),
    react: (order: Fields) =>
      act(() => {
        const content = wordOf(order, 'content', listReactionContents()) ?? '+1';
        addReaction(world, commentIn(world, order), personIn(world, order), content);
        return {};
      }),
    reply: (order: Fields) =>
      act(() => {
        const comment = replyInThread(world, threadIn(world, order), personIn(world, order), needText(order, 'body'));
        return { id: comment.id };
      }),
    applySuggestions: (order: Fields) => applySuggestions(world, order),
  };
}

function commentIn(world: World, order: Fields) {
  const pull = pullIn(world, order);
  const id = needNumber(order, 'comment');
  const all = [...pull.comments, ...pull.threads.flatMap((thread) => thread.comments)];
  const found = all.find((comment) => comment.id === id);
  if (found === undefined) throw new Refusal(404, `there is no comment ${id}`);
  return found;
}

function threadIn(world: World, order: Fields): Thread {
  const id = needNumber(order, 'thread');
  const found = pullIn(world, order).threads.find((thread) => thread.id === id);
  if (found === undefined) throw new Refusal(404, `there is no thread ${id}`);
  return found;
}

/** Commits every suggestion that still stands on lines of the diff to the pull request's branch, all in one. */
async function applySuggestions(world: World, order: Fields) {
  const pull = pullIn(world, order);
  const by = personIn(world, order);
  const { repository, ref, sha } = pull.head;
  const files = await replaceIn(pull, collectReplacements(pull));
  if (Object.keys(files).length === 0) throw new Refusal(422, 'there is no suggestion to apply');
  const after = await repository.git.commit({
    branch: ref,
    parents: [sha],
    author: signatureOf(by),
    date: world.now(),
    message: 'Apply suggestions from code review',
    files,
  });
  await announcePush(world, repository, ref, { before: sha, after, by });
  return { sha: after };
}

function collectReplacements(pull: Pull): Map<string, Replacement[]> {
  const found = new Map<string, Replacement[]>();
  for (const comment of pull.threads.flatMap((thread) => thread.comments)) {
    const { path, line, startLine, side, resolvedBy } = comment.thread;
    const lines = readSuggestion(comment.body);
    if (resolvedBy !== undefined || lines === undefined || line === undefined || side === 'LEFT') continue;
    found.set(path, [...(found.get(path) ?? []), { first: startLine ?? line, last: line, lines }]);
  }
  return found;
}

async function replaceIn(pull: Pull, found: Map<string, Replacement[]>): Promise<Readonly<Record<string, string>>> {
  const texts = [...found].map(async ([path, replacements]) => {
    const blob = await pull.repository.git.read(`${pull.head.sha}:${path}`);
    return [path, replaceLines(blob?.content.toString() ?? '', replacements)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}
