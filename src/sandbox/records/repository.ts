import type { GitRepository } from '../git/git-repository.ts';
import type { CheckSuite } from './check.ts';
import type { Pull } from './pull.ts';

export interface Account {
  readonly id: number;
  /** An app's login ends in `[bot]`. */
  readonly login: string;
  readonly kind: 'User' | 'Bot' | 'Organization';
  readonly name: string;
}

export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export interface Repository {
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly defaultBranch: string;
  readonly git: GitRepository;
  /** What it was forked from. */
  readonly parent: Repository | undefined;
  readonly createdAt: Date;
  /** By lower-case login. */
  readonly roles: Map<string, Role>;
  readonly pulls: Pull[];
  readonly suites: CheckSuite[];
  isDeleted: boolean;
}

/** `owner/name`. */
export function fullName(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}

/** What a person may do here: the owner everything, strangers read what is public. */
export function roleOf(repository: Repository, account: Account): Role {
  if (account.id === repository.owner.id) return 'admin';
  return repository.roles.get(account.login.toLowerCase()) ?? (repository.isPrivate ? 'none' : 'read');
}

export function canWrite(repository: Repository, account: Account): boolean {
  return ['admin', 'maintain', 'write'].includes(roleOf(repository, account));
}
