import type { GitRepository } from '../git/git-repository.ts';
import type { CheckSuite } from './check.ts';
import type { Issue } from './issue.ts';
import type { Pull } from './pull.ts';

export interface Account {
  readonly id: number;
  /** An app's login ends in `[bot]`. */
  readonly login: string;
  readonly kind: 'User' | 'Bot' | 'Organization';
}

/** Who stands on a commit. */
export function signatureOf({ id, login }: Account): { readonly name: string; readonly email: string } {
  return { name: login, email: `${id}+${login}@users.noreply.github.com` };
}

/** The next may all that the one before may. */
export const ROLES = ['read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Repository {
  readonly id: number;
  readonly owner: Account;
  name: string;
  /** What it was called before; each leads here until another repository takes it. */
  readonly formerNames: string[];
  readonly defaultBranch: string;
  readonly git: GitRepository;
  /** What it was forked from. */
  readonly parent: Repository | undefined;
  readonly createdAt: Date;
  /** By lower-case login. */
  readonly roles: Map<string, Role>;
  readonly pulls: Pull[];
  readonly issues: Issue[];
  readonly suites: CheckSuite[];
  /** Commits that GitHub made and signed for somebody. */
  readonly signed: Set<string>;
  isDeleted: boolean;
}

/** `owner/name`. */
export function fullName(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}

/** What a person may do here: the owner everything, strangers read. Every repository is public. */
export function roleOf(repository: Repository, account: Account): Role {
  if (account.id === repository.owner.id) return 'admin';
  return repository.roles.get(account.login.toLowerCase()) ?? 'read';
}

export function canWrite(repository: Repository, account: Account): boolean {
  return ROLES.indexOf(roleOf(repository, account)) >= ROLES.indexOf('write');
}
