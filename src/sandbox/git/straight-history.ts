import type { Commit } from './parse-objects.ts';

/** Where two histories without merges part. */
export interface Fork {
  readonly base: string;
  /** What the second history has and the first has not, oldest first. */
  readonly commits: readonly Commit[];
}

/** So many commits of each history are walked before git is asked, which costs a process. */
const REACH = 30;

interface Walk {
  readonly commits: Commit[];
  next: string | undefined;
}

/**
 * Walks back from two commits until their histories meet; undefined where only git can tell: where a merge is met, the way is long, or
 * they have nothing in common.
 */
export async function findFork(
  readCommit: (sha: string) => Promise<Commit | undefined>,
  one: string,
  other: string,
): Promise<Fork | undefined> {
  const walks: readonly [Walk, Walk] = [
    { commits: [], next: one },
    { commits: [], next: other },
  ];
  for (let step = 0; step < REACH; step += 1) {
    for (const walk of walks) {
      const commit = walk.next === undefined ? undefined : await readCommit(walk.next);
      if (commit === undefined) continue;
      if (commit.parents.length > 1) return undefined;
      walk.commits.push(commit);
      walk.next = commit.parents[0];
    }
    const fork = meet(walks);
    if (fork !== undefined) return fork;
  }
  return undefined;
}

function meet([first, second]: readonly [Walk, Walk]): Fork | undefined {
  const known = new Set(first.commits.map(({ oid }) => oid));
  const at = second.commits.findIndex(({ oid }) => known.has(oid));
  const base = second.commits[at]?.oid;
  return base === undefined ? undefined : { base, commits: second.commits.slice(0, at).reverse() };
}
