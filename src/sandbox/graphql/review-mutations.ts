import { placeComment, readPullFiles, type WantedPlace } from '../actions/place-comment.ts';
import { addReview, replyInThread } from '../actions/reviews.ts';
import { type Fields, listOf, needText, numberOf, textOf, wordOf } from '../fields.ts';
import { SIDES, type Thread } from '../records/pull.ts';
import { isMisplaced, readCommitOf } from '../routes/read-place.ts';
import { readVerdict } from '../routes/read-verdict.ts';
import type { World } from '../world.ts';
import { viewReview, viewReviewComment, viewThread } from './comment-view.ts';
import { findNode } from './find-node.ts';
import { answerMutation, inputOf } from './input.ts';
import { type GraphContext, needViewer, refuse, requireAccess, type View } from './view.ts';

/** Mutations of reviews and their threads. */
export function viewReviewMutations(world: World): View {
  return {
    resolveReviewThread: onThread(world, 'contents', 'threadId', (thread, _, context) => {
      thread.resolvedBy = needViewer(context);
      return { thread: viewThread(world, thread) };
    }),
    unresolveReviewThread: onThread(world, 'contents', 'threadId', (thread) => {
      thread.resolvedBy = undefined;
      return { thread: viewThread(world, thread) };
    }),
    addPullRequestReviewThreadReply: onThread(
      world,
      'pull_requests',
      'pullRequestReviewThreadId',
      (thread, input, context) => {
        const comment = replyInThread(world, thread, needViewer(context), needText(input, 'body'));
        return { comment: viewReviewComment(world, comment) };
      },
    ),
    addPullRequestReview: (args: Fields, context: GraphContext) => addPullRequestReview(world, args, context),
  };
}

function onThread(
  world: World,
  permission: 'contents' | 'pull_requests',
  idName: string,
  run: (thread: Thread, input: Fields, context: GraphContext) => View,
) {
  return (args: Fields, context: GraphContext): View => {
    const input = inputOf(args);
    const found = findNode(world, needText(input, idName));
    if (found.kind !== 'PullRequestReviewThread') {
      throw refuse('NOT_FOUND', `Could not resolve to a thread with the global id of '${needText(input, idName)}'.`);
    }
    const { repository, author } = found.thread.pull;
    // People may resolve threads of what they opened themselves; an app needs to be able to write contents.
    const isAuthor = context.actor.kind === 'person' && context.actor.account.id === author.id;
    if (!isAuthor) requireAccess(context, repository, permission, 'write');
    return answerMutation(input, run(found.thread, input, context));
  };
}

async function addPullRequestReview(world: World, args: Fields, context: GraphContext): Promise<View> {
  const input = inputOf(args);
  const found = findNode(world, needText(input, 'pullRequestId'));
  if (found.kind !== 'PullRequest') throw refuse('NOT_FOUND', 'Could not resolve to a PullRequest.');
  const { pull } = found;
  requireAccess(context, pull.repository, 'pull_requests', 'write');
  const state = readVerdict(world, input) ?? 'COMMENTED';
  const commit = await readCommitOf(pull, textOf(input, 'commitOID'));
  const files = await readPullFiles(pull, commit);
  const wanted = [...listOf(input, 'threads').map(readThread), ...listOf(input, 'comments').map(readComment)];
  // Unlike REST, this drops what stands outside the diff, without a word.
  const comments = wanted.flatMap(({ place, body }) => {
    const placed = placeComment(files, place);
    return isMisplaced(placed) ? [] : [{ place: placed, body }];
  });
  const order = { body: textOf(input, 'body') ?? '', state, commit, comments };
  const review = viewReview(world, await addReview(world, pull, needViewer(context), order));
  return answerMutation(input, { pullRequestReview: review, reviewEdge: { cursor: '', node: review } });
}

function readThread(fields: Fields): { place: WantedPlace; body: string } {
  const place = {
    path: needText(fields, 'path'),
    line: numberOf(fields, 'line'),
    side: wordOf(fields, 'side', SIDES) ?? 'RIGHT',
    startLine: numberOf(fields, 'startLine'),
    startSide: wordOf(fields, 'startSide', SIDES),
    position: undefined,
    wholeFile: false,
  };
  return { place, body: needText(fields, 'body') };
}

function readComment(fields: Fields): { place: WantedPlace; body: string } {
  const place = { ...readThread(fields).place, line: undefined, position: numberOf(fields, 'position') };
  return { place, body: needText(fields, 'body') };
}
