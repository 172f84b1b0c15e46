import type { Account, Repository } from '../records/repository.ts';
import { signatureOf } from '../records/repository.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { announcePush } from './pushes.ts';

/** Who writes to a repository waits for who wrote before: what is compared must still hold when it is set. */
const turns = new WeakMap<Repository, Promise<unknown>>();

/** Does something with a repository's branches while nobody else does. */
export function inTurn<Result>(repository: Repository, work: () => Promise<Result>): Promise<Result> {
  const before = turns.get(repository) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(
    repository,
    mine.catch(() => undefined),
  );
  return mine;
}

export async function createBranch(world: World, repository: Repository, by: Account, ref: string, sha: string) {
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  if (branch === undefined || /\.\.|[\s~^:?*[\\]|\/$|\.lock$/.test(branch)) {
    throw new Refusal(422, `${ref} is not a valid ref name.`);
  }
  if (!/^[0-9a-f]{40}$/.test(sha) || (await repository.git.resolveCommit(sha)) === undefined) {
    throw new Refusal(422, 'Object does not exist');
  }
  if ((await repository.git.resolveCommit(ref)) !== undefined) throw new Refusal(422, 'Reference already exists');
  await repository.git.setRef(ref, sha);
  await announcePush(world, repository, branch, { before: undefined, after: sha, by });
}

/** Moves a branch forward; anywhere else only by force. */
export async function moveBranch(
  world: World,
  repository: Repository,
  by: Account,
  { branch, sha, isForced }: { branch: string; sha: string; isForced: boolean },
) {
  const before = await repository.git.resolveCommit(`refs/heads/${branch}`);
  if (before === undefined) throw new Refusal(422, 'Reference does not exist');
  const after = await repository.git.resolveCommit(sha);
  if (after === undefined) throw new Refusal(422, 'Object does not exist');
  if (!isForced && (await repository.git.findMergeBase(before, after)) !== before) {
    throw new Refusal(422, 'Update is not a fast forward');
  }
  await repository.git.setRef(`refs/heads/${branch}`, after);
  await announcePush(world, repository, branch, { before, after, by });
}

export interface BranchCommit {
  readonly branch: string;
  readonly message: string;
  /** New texts by path; null removes a file. */
  readonly files: Readonly<Record<string, string | null>>;
}

/** A commit on top of a branch whose head is known, signed by GitHub. */
export async function commitOnBranch(
  world: World,
  repository: Repository,
  by: Account,
  { before, branch, message, files }: BranchCommit & { readonly before: string },
): Promise<string> {
  const date = world.now();
  const sha = await repository.git.commit({ branch, parents: [before], author: signatureOf(by), date, message, files });
  repository.signed.add(sha);
  await announcePush(world, repository, branch, { before, after: sha, by });
  return sha;
}
