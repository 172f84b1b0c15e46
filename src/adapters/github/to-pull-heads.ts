import type { PullHead } from '../../ports.ts';
import { toCommitSha } from '../../shared/brand.ts';
import type { OtherPullNode } from './pull-request-query.ts';

interface PullLists {
  readonly openPulls: { readonly nodes: readonly OtherPullNode[] };
  readonly mergedPulls: { readonly nodes: readonly OtherPullNode[] };
}

/** The pull requests of an answer, without those that are not ready for review. */
export function toPullHeads({ openPulls, mergedPulls }: PullLists): readonly PullHead[] {
  return [
    ...openPulls.nodes.filter(({ isDraft }) => !isDraft).map((node) => toPullHead(node, 'open')),
    ...mergedPulls.nodes.map((node) => toPullHead(node, 'merged')),
  ];
}

function toPullHead({ number, headRefOid, author }: OtherPullNode, state: PullHead['state']): PullHead {
  return { number, head: toCommitSha(headRefOid), author: author?.login ?? 'ghost', state };
}
