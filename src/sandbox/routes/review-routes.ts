import type { Misplaced, Place } from '../actions/place-comment.ts';
import { addReview } from '../actions/reviews.ts';
import { listOf, needText, textOf } from '../fields.ts';
import { notFound, unprocessable } from '../refusal.ts';
import { renderReview, renderReviewComment } from '../render/render-comment.ts';
import { paginate } from './paginate.ts';
import { findPlaces, isMisplaced, readCommitOf, readWantedPlace } from './read-place.ts';
import { readVerdict } from './read-verdict.ts';
import { needAccount, ok, onPull, type PullCall, type Reply, type Route } from './route.ts';

const BASE = '/repos/{owner}/{repo}/pulls/{pull_number}/reviews';

export const reviewRoutes: readonly Route[] = [
  onPull(`GET ${BASE}`, [['pull_requests', 'read']], (call) =>
    paginate(call, call.pull.reviews, (review) => renderReview(call.world, review)),
  ),
  onPull(`GET ${BASE}/{review_id}/comments`, [['pull_requests', 'read']], (call) => {
    const comments = call.pull.threads
      .flatMap((thread) => thread.comments)
      .filter((comment) => String(comment.review.id) === call.params['review_id']);
    if (!call.pull.reviews.some((review) => String(review.id) === call.params['review_id'])) throw notFound();
    return paginate(call, comments, (comment) => renderReviewComment(call.world, comment));
  }),
  onPull(`POST ${BASE}`, [['pull_requests', 'write']], createReview),
];

async function createReview(call: PullCall): Promise<Reply> {
  const { world, pull, body } = call;
  const state = readVerdict(world, body);
  if (state === undefined) throw notFound();
  const wanted = listOf(body, 'comments');
  const commit = await readCommitOf(pull, textOf(body, 'commit_id'));
  const found = await findPlaces(pull, commit, wanted.map(readWantedPlace));
  const places = needPlaces(found);
  const review = await addReview(world, pull, needAccount(call.actor), {
    body: textOf(body, 'body') ?? '',
    state,
    commit,
    comments: wanted.map((fields, index) => ({ place: needPlace(places, index), body: needText(fields, 'body') })),
  });
  return ok(renderReview(world, review));
}

/** One comment that cannot stand where it wants fails the whole review. */
function needPlaces(found: readonly (Place | Misplaced)[]): readonly Place[] {
  const misplaced = found.filter(isMisplaced);
  if (misplaced.length > 0) throw unprocessable(...new Set(misplaced.map(({ sentence }) => sentence)));
  return found.filter((place): place is Place => !isMisplaced(place));
}

function needPlace(places: readonly Place[], index: number): Place {
  const place = places[index];
  if (place === undefined) throw new Error('every wanted place was found or refused');
  return place;
}
