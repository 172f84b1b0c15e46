import { addReaction, removeReaction } from '../actions/reactions.ts';
import { type Fields, needText } from '../fields.ts';
import { nodeId } from '../node-id.ts';
import { type Needs, requirePermission, TO_COMMENT, TO_REMARK } from '../permissions.ts';
import { accountOf } from '../records/app.ts';
import { countReactions, listReactionContents, type Reactable, type Reaction, REACTIONS } from '../records/reaction.ts';
import type { Repository } from '../records/repository.ts';
import { renderTime } from '../render/render-time.ts';
import type { World } from '../world.ts';
import { viewActor } from './actor-view.ts';
import { findNode, type Found } from './find-node.ts';
import { answerMutation, inputOf } from './input.ts';
import { type GraphContext, needViewer, refuse, type View } from './view.ts';

/** What a comment shows of its reactions: a group for each kind, also where nobody has reacted so. */
export function viewReactions({ reactions }: Reactable): View {
  return {
    viewerCanReact: (_: unknown, { actor }: GraphContext) => accountOf(actor) !== undefined,
    reactionGroups: listReactionContents().map((content) => ({
      __typename: 'ReactionGroup',
      content: REACTIONS[content],
      createdAt: reactions.find((one) => one.content === content)?.createdAt.toISOString() ?? null,
      viewerHasReacted: (_: unknown, { actor }: GraphContext) =>
        reactions.some((one) => one.content === content && one.author.id === accountOf(actor)?.id),
      reactors: { totalCount: countReactions(reactions, content) },
    })),
  };
}

/** Mutations that react to comments; other things are not reacted to here. */
export function viewReactionMutations(world: World): View {
  return {
    addReaction: (args: Fields, context: GraphContext) =>
      onComment(world, args, context, (comment, input) => {
        const content = readContent(input);
        const { reaction } = addReaction(world, comment, needViewer(context), content);
        return viewReaction(world, reaction);
      }),
    removeReaction: (args: Fields, context: GraphContext) =>
      onComment(world, args, context, (comment, input) => {
        const content = readContent(input);
        const viewer = needViewer(context);
        const found = comment.reactions.find((one) => one.content === content && one.author.id === viewer.id);
        if (found !== undefined) removeReaction(comment, found);
        return found === undefined ? null : viewReaction(world, found);
      }),
  };
}

function onComment(
  world: World,
  args: Fields,
  context: GraphContext,
  run: (comment: Reactable, input: Fields) => View | null,
): View {
  const input = inputOf(args);
  const found = findNode(world, needText(input, 'subjectId'));
  const comment = toReactable(found);
  requirePermission(context.actor, comment.repository, comment.needs);
  const reaction = run(comment, input);
  return answerMutation(input, { reaction, reactionGroups: viewReactions(comment)['reactionGroups'] });
}

function toReactable(found: Found): Reactable & { readonly repository: Repository; readonly needs: Needs } {
  if (found.kind === 'IssueRemark') {
    return { reactions: found.remark.reactions, repository: found.remark.issue.repository, needs: TO_REMARK };
  }
  if (found.kind !== 'IssueComment' && found.kind !== 'PullRequestReviewComment') {
    throw refuse('UNPROCESSABLE', 'The subject cannot be reacted to.');
  }
  return { reactions: found.comment.reactions, repository: found.comment.pull.repository, needs: TO_COMMENT.write };
}

/** GraphQL's own check has refused anything else before. */
function readContent(input: Fields) {
  const wanted = needText(input, 'content');
  const content = listReactionContents().find((one) => REACTIONS[one] === wanted);
  if (content === undefined) throw refuse('UNPROCESSABLE', `${wanted} is no reaction.`);
  return content;
}

function viewReaction(world: World, { id, content, author, createdAt }: Reaction): View {
  return {
    __typename: 'Reaction',
    id: nodeId('Reaction', id),
    databaseId: id,
    content: REACTIONS[content],
    createdAt: renderTime(createdAt),
    user: viewActor(world, author),
  };
}
