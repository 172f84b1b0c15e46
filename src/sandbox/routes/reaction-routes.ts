import type { AnyComment } from '../actions/comments.ts';
import { addReaction, removeReaction } from '../actions/reactions.ts';
import { wordOf } from '../fields.ts';
import { type Needs, TO_COMMENT } from '../permissions.ts';
import { listReactionContents } from '../records/reaction.ts';
import type { Repository } from '../records/repository.ts';
import { notAccessible, notFound, Refusal } from '../refusal.ts';
import { renderReaction } from '../render/render-reaction.ts';
import { findIssueComment, findReviewComment } from './find-comment.ts';
import { paginate } from './paginate.ts';
import { inRepository, needAccount, type Route } from './route.ts';

type Find = (repository: Repository, id: string | undefined) => AnyComment;

const ON_THREADS: Readonly<Record<'read' | 'write', Needs>> = {
  read: [['pull_requests', 'read']],
  write: [['pull_requests', 'write']],
};

export const reactionRoutes: readonly Route[] = [
  ...routesUnder('issues', findIssueComment, TO_COMMENT),
  ...routesUnder('pulls', findReviewComment, ON_THREADS),
];

function routesUnder(kind: 'issues' | 'pulls', find: Find, needs: Readonly<Record<'read' | 'write', Needs>>) {
  const base = `/repos/{owner}/{repo}/${kind}/comments/{comment_id}/reactions`;
  return [
    inRepository(`GET ${base}`, needs.read, (call) =>
      paginate(call, find(call.repository, call.params['comment_id']).reactions, (one) =>
        renderReaction(call.world, one),
      ),
    ),
    inRepository(`POST ${base}`, needs.write, ({ world, actor, repository, params, body }) => {
      const comment = find(repository, params['comment_id']);
      const content = wordOf(body, 'content', listReactionContents());
      if (content === undefined) throw new Refusal(422, 'Invalid request.\n\n"content" wasn\'t supplied.');
      const { reaction, isNew } = addReaction(world, comment, needAccount(actor), content);
      return { status: isNew ? 201 : 200, body: renderReaction(world, reaction) };
    }),
    inRepository(`DELETE ${base}/{reaction_id}`, needs.write, ({ actor, repository, params }) => {
      const comment = find(repository, params['comment_id']);
      const reaction = comment.reactions.find(({ id }) => String(id) === params['reaction_id']);
      if (reaction === undefined) throw notFound();
      if (reaction.author.id !== needAccount(actor).id) throw notAccessible();
      removeReaction(comment, reaction);
      return { status: 204 };
    }),
  ];
}
