import type { PageKnowledge } from './page-facts.ts';

/** How many links nobody could tell about, or none of ours went to. */
export function countUnverified({ facts, unread }: PageKnowledge): number {
  return unread + [...facts.values()].filter(({ kind }) => kind === 'unverified' || kind === 'refused').length;
}
