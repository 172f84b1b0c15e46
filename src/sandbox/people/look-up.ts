import { type Fields, fieldsOf, needNumber, needText } from '../fields.ts';
import type { Pull } from '../records/pull.ts';
import type { Account, Repository } from '../records/repository.ts';
import { Refusal } from '../refusal.ts';
import { accountFor, findRepository, type World } from '../world.ts';

/** The repository an action names as `owner/name`. */
export function repositoryIn(world: World, fields: Fields): Repository {
  const name = needText(fields, 'repo');
  const found = findRepository(world, ...splitName(name));
  if (found === undefined) throw new Refusal(404, `there is no repository ${name}`);
  return found;
}

export function splitName(fullName: string): [owner: string, name: string] {
  const [owner = '', name = ''] = fullName.split('/');
  return [owner, name];
}

export function pullIn(world: World, fields: Fields): Pull {
  const repository = repositoryIn(world, fields);
  const number = needNumber(fields, 'number');
  const found = repository.pulls.find((pull) => pull.number === number);
  if (found === undefined) throw new Refusal(404, `there is no pull request ${number}`);
  return found;
}

/** Who does it; a login nobody has yet gets an account. */
export function personIn(world: World, fields: Fields): Account {
  return accountFor(world, needText(fields, 'by'));
}

/** New texts by path; null removes a file. */
export function filesIn(fields: Fields): Readonly<Record<string, string | null>> {
  const files = Object.entries(fieldsOf(fields, 'files') ?? {});
  return Object.fromEntries(files.map(([path, text]) => [path, typeof text === 'string' ? text : null]));
}

export function dateIn(fields: Fields, name: string): Date | undefined {
  const value = fields[name];
  return typeof value === 'string' ? new Date(value) : undefined;
}
