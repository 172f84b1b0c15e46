import type { Reactable, Reaction, ReactionContent } from '../records/reaction.ts';
import type { Account } from '../records/repository.ts';
import type { World } from '../world.ts';

/** Reacts to a comment; who has done so before in the same way gets that reaction back. GitHub sends no webhook for it. */
export function addReaction(
  world: World,
  comment: Reactable,
  author: Account,
  content: ReactionContent,
): { readonly reaction: Reaction; readonly isNew: boolean } {
  const known = comment.reactions.find((one) => one.content === content && one.author.id === author.id);
  if (known !== undefined) return { reaction: known, isNew: false };
  const reaction: Reaction = { id: world.nextId(), content, author, createdAt: world.now() };
  comment.reactions.push(reaction);
  return { reaction, isNew: true };
}

/** Takes a reaction back. */
export function removeReaction(comment: Reactable, reaction: Reaction): void {
  comment.reactions.splice(comment.reactions.indexOf(reaction), 1);
}
