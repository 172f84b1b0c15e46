import type { Account } from './repository.ts';

/** What REST calls a reaction, and what GraphQL calls it. */
export const REACTIONS = {
  '+1': 'THUMBS_UP',
  '-1': 'THUMBS_DOWN',
  laugh: 'LAUGH',
  hooray: 'HOORAY',
  confused: 'CONFUSED',
  heart: 'HEART',
  rocket: 'ROCKET',
  eyes: 'EYES',
} as const;

export type ReactionContent = keyof typeof REACTIONS;

export interface Reaction {
  readonly id: number;
  readonly content: ReactionContent;
  readonly author: Account;
  readonly createdAt: Date;
}

/** All of them in GitHub's order. */
export function listReactionContents(): readonly ReactionContent[] {
  return ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'];
}

/** Those of one content. */
export function countReactions(reactions: readonly Reaction[], content: ReactionContent): number {
  return reactions.filter((reaction) => reaction.content === content).length;
}

/** What can be reacted to. */
export interface Reactable {
  readonly reactions: Reaction[];
}
