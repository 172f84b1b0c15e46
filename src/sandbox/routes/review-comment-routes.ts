import { deleteComment, editComment } from '../actions/comments.ts';
import { addReview, replyInThread } from '../actions/reviews.ts';
import { needText, numberOf } from '../fields.ts';
import { invalid } from '../refusal.ts';
import { renderReviewComment } from '../render/render-comment.ts';
import { findReviewComment, listReviewComments, requireEditor } from './find-comment.ts';
import { paginate } from './paginate.ts';
import { findPlaces, isMisplaced, readCommitOf, readWantedPlace } from './read-place.ts';
import { inRepository, needAccount, ok, onPull, type PullCall, type Reply, type Route } from './route.ts';

const PULL = '/repos/{owner}/{repo}/pulls/{pull_number}/comments';
const ONE = '/repos/{owner}/{repo}/pulls/comments/{comment_id}';

export const reviewCommentRoutes: readonly Route[] = [
  onPull(`GET ${PULL}`, [['pull_requests', 'read']], (call) => {
    const comments = listReviewComments(call.repository).filter((comment) => comment.pull === call.pull);
    return paginate(
      call,
      comments.toSorted((one, other) => one.id - other.id),
      (comment) => renderReviewComment(call.world, comment),
    );
  }),
  onPull(`POST ${PULL}`, [['pull_requests', 'write']], createComment),
  onPull(`POST ${PULL}/{comment_id}/replies`, [['pull_requests', 'write']], (call) =>
    reply(call, call.params['comment_id']),
  ),
  inRepository(`GET ${ONE}`, [['pull_requests', 'read']], ({ world, repository, params }) =>
    ok(renderReviewComment(world, findReviewComment(repository, params['comment_id']))),
  ),
  inRepository(`PATCH ${ONE}`, [['pull_requests', 'write']], ({ world, actor, repository, params, body }) => {
    const comment = findReviewComment(repository, params['comment_id']);
    requireEditor(actor, comment);
    editComment(world, comment, needAccount(actor), needText(body, 'body'));
    return ok(renderReviewComment(world, comment));
  }),
  inRepository(`DELETE ${ONE}`, [['pull_requests', 'write']], ({ world, actor, repository, params }) => {
    const comment = findReviewComment(repository, params['comment_id']);
    requireEditor(actor, comment);
    deleteComment(world, comment, needAccount(actor));
    return { status: 204 };
  }),
];

async function createComment(call: PullCall): Promise<Reply> {
  const { world, pull, body } = call;
  const answered = numberOf(body, 'in_reply_to');
  if (answered !== undefined) return reply(call, String(answered));
  const commit = await readCommitOf(pull, needText(body, 'commit_id'));
  const [place] = await findPlaces(pull, commit, [readWantedPlace(body)]);
  if (place === undefined || isMisplaced(place)) throw refusePlace(place?.field ?? 'line');
  const text = needText(body, 'body');
  await addReview(world, pull, needAccount(call.actor), {
    body: '',
    state: 'COMMENTED',
    commit,
    comments: [{ place, body: text }],
  });
  return { status: 201, body: renderLast(call) };
}

function refusePlace(field: string) {
  const name = `pull_request_review_thread.${field}`;
  const reason =
    field === 'start_line' ? 'must precede the end line and be part of the same hunk.' : 'must be part of the diff';
  return invalid('PullRequestReviewComment', name, `${name} ${reason}`);
}

function renderLast({ world, pull }: PullCall) {
  const comment = pull.threads.at(-1)?.comments[0];
  return comment && renderReviewComment(world, comment);
}

function reply({ world, repository, actor, body }: PullCall, id: string | undefined): Reply {
  const { thread } = findReviewComment(repository, id);
  const comment = replyInThread(world, thread, needAccount(actor), needText(body, 'body'));
  return { status: 201, body: renderReviewComment(world, comment) };
}
