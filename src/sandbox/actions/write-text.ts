import { countCharacters } from '../count-characters.ts';
import { findNotifications } from '../find-notifications.ts';
import { type Account, fullName, type Repository, roleOf } from '../records/repository.ts';
import type { Pull } from '../records/pull.ts';
import { invalid } from '../refusal.ts';
import type { World } from '../world.ts';

const MAX_BODY = 65_536;

/** Refuses a body that is blank or longer than GitHub stores. */
export function checkBody(resource: string, body: string): void {
  if (body.trim() === '') throw invalid(resource, 'body', "Body can't be blank");
  checkLength(resource, body);
}

export function checkLength(resource: string, body: string): void {
  if (countCharacters(body) > MAX_BODY) {
    throw invalid(resource, 'body', `body is too long (maximum is ${MAX_BODY} characters)`);
  }
}

/** Writes down whom a text notifies and what it links to. */
export function noteNotifications(world: World, pull: Pull, what: string, by: Account, body: string): void {
  const where = `${what} on ${fullName(pull.repository)}#${pull.number}`;
  world.notifications.push(...findNotifications(body).map((found) => ({ ...found, where, by: by.login })));
}

/** What a person is to a repository, as GitHub puts it beside what they write. */
export function associationOf(repository: Repository, account: Account): string {
  if (account.id === repository.owner.id) return 'OWNER';
  if (['admin', 'maintain', 'write', 'triage'].includes(roleOf(repository, account))) {
    return repository.owner.kind === 'Organization' ? 'MEMBER' : 'COLLABORATOR';
  }
  const hasMerged = repository.pulls.some((pull) => pull.merged !== undefined && pull.author.id === account.id);
  if (hasMerged) return 'CONTRIBUTOR';
  return account.kind === 'Bot' ? 'NONE' : 'FIRST_TIME_CONTRIBUTOR';
}
