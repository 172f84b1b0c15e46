import { nodeId } from '../node-id.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../world.ts';
import { repositoryAddress } from './addresses.ts';

/** A branch or other ref. */
export function renderRef(world: World, repository: Repository, { ref, sha }: { ref: string; sha: string }) {
  const api = `${repositoryAddress(world, repository)}/git`;
  return {
    ref,
    node_id: nodeId('Ref', `${repository.id}:${ref}`),
    url: `${api}/${ref}`,
    object: { type: 'commit', sha, url: `${api}/commits/${sha}` },
  };
}
