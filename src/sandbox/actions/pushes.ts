import { renderPull } from '../render/render-pull.ts';
import { type Account, type Repository, signatureOf } from '../records/repository.ts';
import type { Pull } from '../records/pull.ts';
import { repositoryPage } from '../render/addresses.ts';
import type { World } from '../world.ts';
import { followThread } from './follow-thread.ts';

const NOWHERE = '0'.repeat(40);

/** What follows when a branch has moved: open pull requests get the new head, and webhooks go out. */
export async function announcePush(
  world: World,
  repository: Repository,
  branch: string,
  { before = NOWHERE, after, by }: { before: string | undefined; after: string; by: Account },
): Promise<void> {
  await sendPush(world, repository, branch, { before, after, by });
  const pulls = world.repositories
    .flatMap((one) => one.pulls)
    .filter((pull) => pull.state === 'open' && pull.head.repository === repository && pull.head.ref === branch);
  for (const pull of pulls) await moveHead(world, pull, after, by);
}

async function sendPush(
  world: World,
  repository: Repository,
  branch: string,
  { before, after, by }: { before: string; after: string; by: Account },
) {
  const commits = before === NOWHERE ? [] : await repository.git.listCommits(before, after);
  const shown = await Promise.all(commits.map((commit) => renderPushedCommit(world, repository, commit.oid)));
  world.send('push', repository, by, {
    ref: `refs/heads/${branch}`,
    before,
    after,
    base_ref: null,
    compare: `${repositoryPage(world, repository)}/compare/${before}...${after}`,
    created: before === NOWHERE,
    deleted: false,
    forced: false,
    commits: shown,
    head_commit: shown.at(-1) ?? null,
    pusher: signatureOf(by),
  });
}

async function renderPushedCommit(world: World, repository: Repository, sha: string) {
  const commit = await repository.git.readCommit(sha);
  const [parent] = commit?.parents ?? [];
  const files = parent === undefined ? [] : await repository.git.diff(parent, sha);
  const person = { name: commit?.author.name ?? '', email: commit?.author.email ?? '' };
  const previous = files.map((file) => file.previousPath).filter((path) => path !== undefined);
  return {
    id: sha,
    tree_id: commit?.tree ?? '',
    distinct: true,
    message: commit?.message ?? '',
    timestamp: commit?.committer.date.toISOString() ?? '',
    url: `${repositoryPage(world, repository)}/commit/${sha}`,
    author: person,
    committer: person,
    added: files.filter((file) => ['added', 'renamed'].includes(file.status)).map((file) => file.path),
    removed: [...previous, ...files.filter((file) => file.status === 'removed').map((file) => file.path)],
    modified: files.filter((file) => ['modified', 'changed'].includes(file.status)).map((file) => file.path),
  };
}

async function moveHead(world: World, pull: Pull, after: string, by: Account) {
  const before = pull.head.sha;
  if (before === after) return;
  const { git } = pull.repository;
  await git.setRef(`refs/pull/${pull.number}/head`, after);
  pull.head.sha = after;
  pull.base.sha = (await git.resolveCommit(`refs/heads/${pull.base.ref}`)) ?? pull.base.sha;
  pull.updatedAt = world.now();
  const message = (await git.readCommit(after))?.message ?? '';
  pull.events.push({ kind: 'pushed', at: pull.updatedAt, by, sha: after, message });
  for (const thread of pull.threads) await followThread(thread, before);
  await tellOfPull(world, pull, 'synchronize', by, { before, after });
}

/** Sends a `pull_request` webhook. */
export async function tellOfPull(world: World, pull: Pull, action: string, by: Account, fields: object = {}) {
  const pull_request = await renderPull(world, pull);
  world.send('pull_request', pull.repository, by, { action, number: pull.number, pull_request, ...fields });
}
