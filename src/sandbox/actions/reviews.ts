import type { Pull, Review, ReviewComment, Thread } from '../records/pull.ts';
import type { Account } from '../records/repository.ts';
import { renderReview, renderReviewComment } from '../render/render-comment.ts';
import { renderPullSimple } from '../render/render-pull.ts';
import { unprocessable } from '../refusal.ts';
import type { World } from '../world.ts';
import { followThread } from './follow-thread.ts';
import type { Place } from './place-comment.ts';
import { associationOf, checkBody, checkLength, noteNotifications } from './write-text.ts';

export interface ReviewOrder {
  readonly body: string;
  readonly state: Review['state'];
  readonly commit: string;
  readonly comments: readonly { readonly place: Place; readonly body: string }[];
}

/** Submits a review with all its inline comments, or refuses it whole. */
export async function addReview(world: World, pull: Pull, author: Account, order: ReviewOrder): Promise<Review> {
  checkLength('PullRequestReview', order.body);
  if (order.body.trim() === '' && order.comments.length === 0 && order.state !== 'APPROVED') {
    throw unprocessable('Body can not be blank');
  }
  if (order.state !== 'COMMENTED' && author.id === pull.author.id) {
    throw unprocessable(
      order.state === 'APPROVED'
        ? 'Can not approve your own pull request'
        : 'Can not request changes on your own pull request',
    );
  }
  for (const { body } of order.comments) checkBody('PullRequestReviewComment', body);
  const review = makeReview(world, pull, author, order);
  for (const { place, body } of order.comments) {
    const thread = makeThread(world, review, place);
    makeComment(world, thread, review, body);
    await followThread(thread, review.commit);
  }
  tellOfReview(world, review);
  return review;
}

/** Answers in a thread; GitHub makes a review without a body for it. */
export function replyInThread(world: World, thread: Thread, author: Account, body: string): ReviewComment {
  checkBody('PullRequestReviewComment', body);
  const { pull } = thread;
  const review = makeReview(world, pull, author, { body: '', state: 'COMMENTED', commit: pull.head.sha });
  const comment = makeComment(world, thread, review, body);
  tellOfReview(world, review);
  return comment;
}

function makeReview(
  world: World,
  pull: Pull,
  author: Account,
  { body, state, commit }: Pick<ReviewOrder, 'body' | 'state' | 'commit'>,
): Review {
  const review: Review = {
    id: world.nextId(),
    pull,
    author,
    authorAssociation: associationOf(pull.repository, author),
    state,
    commit,
    submittedAt: world.now(),
    body,
  };
  pull.reviews.push(review);
  pull.updatedAt = review.submittedAt;
  noteNotifications(world, pull, 'review', author, body);
  return review;
}

function makeThread(world: World, review: Review, place: Place): Thread {
  const { pull } = review;
  const thread: Thread = {
    ...place,
    id: world.nextId(),
    pull,
    originalCommit: review.commit,
    line: place.originalLine,
    startLine: place.originalStartLine,
    isOutdated: false,
    resolvedBy: undefined,
    comments: [],
  };
  pull.threads.push(thread);
  return thread;
}

function makeComment(world: World, thread: Thread, review: Review, body: string): ReviewComment {
  const { pull, author, authorAssociation, submittedAt } = review;
  const comment: ReviewComment = {
    kind: 'review-comment',
    id: world.nextId(),
    author,
    authorAssociation,
    createdAt: submittedAt,
    pull,
    body,
    updatedAt: submittedAt,
    isEdited: false,
    minimized: undefined,
    reactions: [],
    review,
    thread,
  };
  thread.comments.push(comment);
  noteNotifications(world, pull, 'inline comment', author, body);
  return comment;
}

function tellOfReview(world: World, review: Review) {
  const { pull, author } = review;
  const pull_request = renderPullSimple(world, pull);
  const fields = { action: 'submitted', review: renderReview(world, review), pull_request };
  world.send('pull_request_review', pull.repository, author, fields);
  for (const comment of pull.threads.flatMap((thread) => thread.comments)) {
    if (comment.review !== review) continue;
    const shown = renderReviewComment(world, comment);
    world.send('pull_request_review_comment', pull.repository, author, {
      action: 'created',
      comment: shown,
      pull_request,
    });
  }
}
