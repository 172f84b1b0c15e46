import type { KeyObject } from 'node:crypto';
import type { Account, Repository } from './repository.ts';

export type Access = 'read' | 'write' | 'admin';
/** By GitHub's names, e.g. `pull_requests`. */
export type Permissions = Readonly<Record<string, Access>>;

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: Account;
  /** Who its comments are by. */
  readonly bot: Account;
  readonly publicKey: KeyObject;
  readonly webhookSecret: string;
  /** Undefined: webhooks are recorded and not sent. */
  webhookUrl: string | undefined;
  permissions: Permissions;
  readonly events: readonly string[];
  readonly createdAt: Date;
}

export interface Installation {
  readonly id: number;
  readonly app: App;
  readonly account: Account;
  readonly createdAt: Date;
}

export interface InstallationToken {
  readonly kind: 'installation';
  readonly installation: Installation;
  permissions: Permissions;
  /** Undefined: all of the account. */
  readonly repositoryIds: readonly number[] | undefined;
  expiresAt: Date;
}

export interface PersonToken {
  readonly kind: 'person';
  readonly account: Account;
}

/** Who asks. */
export type Actor =
  { readonly kind: 'anonymous' } | { readonly kind: 'app'; readonly app: App } | InstallationToken | PersonToken;

/** Whose name stands under what the actor writes; undefined for one that cannot write. */
export function accountOf(actor: Actor): Account | undefined {
  if (actor.kind === 'person') return actor.account;
  return actor.kind === 'installation' ? actor.installation.app.bot : undefined;
}

/** All repositories of the account, or those the token was narrowed to; never a fork somebody else owns. */
export function isInstalledOn(token: InstallationToken, repository: Repository): boolean {
  if (repository.owner.id !== token.installation.account.id) return false;
  return token.repositoryIds?.includes(repository.id) ?? true;
}
