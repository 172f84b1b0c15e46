import type { AnyComment } from '../actions/comments.ts';
import { isGranted } from '../permissions.ts';
import type { Actor } from '../records/app.ts';
import type { IssueComment, ReviewComment } from '../records/pull.ts';
import { canWrite, type Repository } from '../records/repository.ts';
import { notAccessible, notFound, Refusal } from '../refusal.ts';

export function listReviewComments(repository: Repository): readonly ReviewComment[] {
  return repository.pulls.flatMap((pull) => pull.threads).flatMap((thread) => thread.comments);
}

export function findReviewComment(repository: Repository, id: string | undefined): ReviewComment {
  const found = listReviewComments(repository).find((comment) => String(comment.id) === id);
  if (found === undefined) throw notFound();
  return found;
}

export function findIssueComment(repository: Repository, id: string | undefined): IssueComment {
  const found = repository.pulls.flatMap((pull) => pull.comments).find((comment) => String(comment.id) === id);
  if (found === undefined) throw notFound();
  return found;
}

/** Refuses to let anybody change what another wrote, unless the repository is theirs to keep in order. */
export function requireEditor(actor: Actor, comment: AnyComment): void {
  const { repository } = comment.pull;
  if (actor.kind === 'person') {
    if (actor.account.id === comment.author.id || canWrite(repository, actor.account)) return;
    throw new Refusal(403, 'Must have admin rights to Repository.');
  }
  if (actor.kind !== 'installation') throw notAccessible();
  const isOwn = actor.installation.app.bot.id === comment.author.id;
  if (!isOwn || !isGranted(actor.permissions, 'pull_requests', 'write')) throw notAccessible();
}
