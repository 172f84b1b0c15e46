import type { Pull, PullEvent } from '../records/pull.ts';
import type { Account, Repository } from '../records/repository.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { announcePush, tellOfPull } from './pushes.ts';
import { associationOf, noteNotifications } from './write-text.ts';

export interface PullOrder {
  /** Without it the next one. */
  readonly number: number | undefined;
  readonly head: { readonly repository: Repository; readonly ref: string };
  readonly base: string;
  readonly title: string;
  readonly body: string;
  readonly isDraft: boolean;
  readonly createdAt: Date | undefined;
}

/** Opens a pull request; its head becomes readable in the base repository. */
export async function openPull(world: World, repository: Repository, author: Account, order: PullOrder): Promise<Pull> {
  const head = await order.head.repository.git.resolveCommit(`refs/heads/${order.head.ref}`);
  const base = await repository.git.resolveCommit(`refs/heads/${order.base}`);
  if (head === undefined || base === undefined) throw new Refusal(422, 'Validation Failed');
  const number = order.number ?? nextNumber(repository);
  const createdAt = order.createdAt ?? world.now();
  const pull: Pull = {
    id: world.nextId(),
    number,
    repository,
    author,
    authorAssociation: associationOf(repository, author),
    createdAt,
    head: { repository: order.head.repository, ref: order.head.ref, sha: head },
    base: { ref: order.base, sha: base },
    title: order.title,
    body: order.body,
    state: 'open',
    isDraft: order.isDraft,
    updatedAt: createdAt,
    closedAt: undefined,
    merged: undefined,
    comments: [],
    reviews: [],
    threads: [],
    events: [],
    labelEvents: [],
  };
  repository.pulls.push(pull);
  await repository.git.setRef(`refs/pull/${number}/head`, head);
  noteNotifications(world, pull, 'description', author, order.body);
  await tellOfPull(world, pull, 'opened', author);
  return pull;
}

/** Issues and pull requests share their numbers. */
export function nextNumber({ pulls, issues }: Repository): number {
  return [...pulls, ...issues].reduce((most, { number }) => Math.max(most, number), 0) + 1;
}

/** Changes title, body or base branch. */
export async function editPull(
  world: World,
  pull: Pull,
  by: Account,
  { title, body, base }: { title: string | undefined; body: string | undefined; base: string | undefined },
): Promise<void> {
  const was = { title: pull.title, body: pull.body, base: { ...pull.base } };
  pull.title = title ?? pull.title;
  pull.body = body ?? pull.body;
  if (base !== undefined) {
    const sha = await pull.repository.git.resolveCommit(`refs/heads/${base}`);
    if (sha === undefined) throw new Refusal(422, 'Validation Failed');
    pull.base.ref = base;
    pull.base.sha = sha;
  }
  note(world, pull, 'edited', by);
  await tellOfPull(world, pull, 'edited', by, {
    changes: {
      ...(title === undefined ? {} : { title: { from: was.title } }),
      ...(body === undefined ? {} : { body: { from: was.body } }),
      ...(base === undefined ? {} : { base: { ref: { from: was.base.ref }, sha: { from: was.base.sha } } }),
    },
  });
}

export async function closePull(world: World, pull: Pull, by: Account): Promise<void> {
  pull.state = 'closed';
  pull.closedAt = world.now();
  note(world, pull, 'closed', by);
  await tellOfPull(world, pull, 'closed', by);
}

/** Opens it again; refused when its branch is gone. */
export async function reopenPull(world: World, pull: Pull, by: Account): Promise<void> {
  if (pull.head.repository.isDeleted) throw new Refusal(422, 'Validation Failed');
  pull.state = 'open';
  pull.closedAt = undefined;
  note(world, pull, 'reopened', by);
  await tellOfPull(world, pull, 'reopened', by);
}

export async function setDraft(world: World, pull: Pull, by: Account, isDraft: boolean): Promise<void> {
  pull.isDraft = isDraft;
  if (!isDraft) note(world, pull, 'ready', by);
  await tellOfPull(world, pull, isDraft ? 'converted_to_draft' : 'ready_for_review', by);
}

/** Merges with a merge commit; rejects with `GitFailure` when there is a conflict. */
export async function mergePull(world: World, pull: Pull, by: Account): Promise<string> {
  const { repository } = pull;
  const { git } = repository;
  const before = (await git.resolveCommit(`refs/heads/${pull.base.ref}`)) ?? pull.base.sha;
  const sha = await git.mergeTrees(before, pull.head.sha, `Merge pull request #${pull.number}\n\n${pull.title}`);
  await git.setRef(`refs/heads/${pull.base.ref}`, sha);
  const at = world.now();
  pull.merged = { at, by, sha };
  pull.state = 'closed';
  pull.closedAt = at;
  note(world, pull, 'merged', by);
  await tellOfPull(world, pull, 'closed', by);
  await announcePush(world, repository, pull.base.ref, { before, after: sha, by });
  return sha;
}

function note(world: World, pull: Pull, kind: PullEvent['kind'], by: Account) {
  const at = world.now();
  pull.updatedAt = at;
  pull.events.push({ kind, at, by });
}
