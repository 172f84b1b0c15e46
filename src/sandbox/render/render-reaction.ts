import { nodeId } from '../node-id.ts';
import { countReactions, listReactionContents, type Reaction } from '../records/reaction.ts';
import type { World } from '../world.ts';
import { renderAccount } from './render-account.ts';
import { renderTime } from './render-time.ts';

/** A reaction as REST shows it. */
export function renderReaction(world: World, { id, content, author, createdAt }: Reaction) {
  return {
    id,
    node_id: nodeId('Reaction', id),
    user: renderAccount(world, author),
    content,
    created_at: renderTime(createdAt),
  };
}

/** How many of each a comment has; `api` is the comment's own address. */
export function renderReactionCounts(api: string, reactions: readonly Reaction[]) {
  const counts = listReactionContents().map((content): [string, number] => [
    content,
    countReactions(reactions, content),
  ]);
  return { url: `${api}/reactions`, total_count: reactions.length, ...Object.fromEntries(counts) };
}
