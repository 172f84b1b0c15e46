import { addIssueComment, deleteComment, editComment } from '../actions/comments.ts';
import { needText } from '../fields.ts';
import { TO_COMMENT } from '../permissions.ts';
import type { IssueRemark } from '../records/issue.ts';
import type { IssueComment } from '../records/pull.ts';
import { renderIssueComment, renderRemark } from '../render/render-comment.ts';
import { findIssueComment, requireEditor } from './find-comment.ts';
import { paginate } from './paginate.ts';
import { inRepository, needAccount, ok, onPull, type Route } from './route.ts';

const PULL = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
const ALL = '/repos/{owner}/{repo}/issues/comments';
const ONE = '/repos/{owner}/{repo}/issues/comments/{comment_id}';

export const issueCommentRoutes: readonly Route[] = [
  onPull(`GET ${PULL}`, TO_COMMENT.read, (call) =>
    paginate(call, call.pull.comments, (comment) => renderIssueComment(call.world, comment)),
  ),
  onPull(`POST ${PULL}`, TO_COMMENT.write, ({ world, pull, actor, body }) => {
    const comment = addIssueComment(world, pull, needAccount(actor), needText(body, 'body'));
    return { status: 201, body: renderIssueComment(world, comment) };
  }),
  inRepository(`GET ${ALL}`, TO_COMMENT.read, (call) => {
    const { pulls, issues } = call.repository;
    const comments = [...pulls, ...issues].flatMap(
      (thread): readonly (IssueComment | IssueRemark)[] => thread.comments,
    );
    const sorted = comments.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
    const isNewestFirst = call.url.searchParams.get('direction') === 'desc';
    return paginate(call, isNewestFirst ? sorted.toReversed() : sorted, (comment) =>
      'issue' in comment ? renderRemark(call.world, comment) : renderIssueComment(call.world, comment),
    );
  }),
  inRepository(`GET ${ONE}`, TO_COMMENT.read, ({ world, repository, params }) =>
    ok(renderIssueComment(world, findIssueComment(repository, params['comment_id']))),
  ),
  inRepository(`PATCH ${ONE}`, TO_COMMENT.write, ({ world, actor, repository, params, body }) => {
    const comment = findIssueComment(repository, params['comment_id']);
    requireEditor(actor, comment);
    editComment(world, comment, needAccount(actor), needText(body, 'body'));
    return ok(renderIssueComment(world, comment));
  }),
  inRepository(`DELETE ${ONE}`, TO_COMMENT.write, ({ world, actor, repository, params }) => {
    const comment = findIssueComment(repository, params['comment_id']);
    requireEditor(actor, comment);
    deleteComment(world, comment, needAccount(actor));
    return { status: 204 };
  }),
];
