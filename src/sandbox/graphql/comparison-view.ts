import type { Repository } from '../records/repository.ts';
import type { World } from '../world.ts';
import { viewCommit } from './commit-view.ts';
import { connect, type FieldCall } from './connect.ts';
import type { View } from './view.ts';

/** What a branch has that `base` has not; null where one of them is not there. */
export async function viewComparison(
  world: World,
  repository: Repository,
  base: string,
  branch: string,
): Promise<View | null> {
  const { git } = repository;
  const [from, to] = await Promise.all([git.resolveCommit(base), git.resolveCommit(`refs/heads/${branch}`)]);
  if (from === undefined || to === undefined) return null;
  const commits = await git.listCommits(from, to);
  return {
    __typename: 'Comparison',
    aheadBy: commits.length,
    commits: (...call: FieldCall) => connect(call, commits, (commit) => viewCommit(world, repository, commit)),
  };
}
