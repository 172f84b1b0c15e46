import type { Faults } from './faults.ts';
import type { App, Installation, InstallationToken, PersonToken } from './records/app.ts';
import type { Attempt, Delivery, LoggedRequest, Notification } from './records/log.ts';
import type { Account, Repository } from './records/repository.ts';

/** Everything the embedded GitHub knows; the repositories' contents are on disk. */
export interface World {
  /** Where the server listens, without a slash at the end. */
  url: string;
  /** Where people look at it, without a slash at the end; undefined where nobody can. */
  pageUrl: string | undefined;
  /** Where the bare repositories are. */
  readonly folder: string;
  readonly now: () => Date;
  readonly nextId: () => number;
  /** By lower-case login. */
  readonly accounts: Map<string, Account>;
  readonly repositories: Repository[];
  /** The app under test. */
  readonly app: App;
  /** It and those made from a manifest. */
  readonly apps: App[];
  /** Manifests waiting for their conversion, by code. */
  readonly manifests: Map<string, unknown>;
  readonly installations: Installation[];
  readonly tokens: Map<string, InstallationToken | PersonToken>;
  readonly requests: LoggedRequest[];
  readonly deliveries: Delivery[];
  /** Every try at handing one over, oldest first. */
  readonly attempts: Attempt[];
  readonly unimplemented: Set<string>;
  readonly notifications: Notification[];
  readonly faults: Faults;
  /** Hands a webhook over once more, under its old id. */
  readonly repeat: (delivery: Delivery) => void;
  /** Sends a webhook to the app, if it gets this event. */
  readonly send: (
    event: string,
    repository: Repository,
    sender: Account,
    fields: object,
    options?: SendOptions,
  ) => void;
}

export interface SendOptions {
  /** Sent although the app did not subscribe: GitHub does so where an app's own check is asked for again. */
  readonly always?: boolean;
}

/** Returns a counter that starts above the small numbers of pull requests, so that the two are not mistaken. */
export function createCounter(): () => number {
  let last = 1000;
  return () => (last += 1);
}

/** The account of this login, made when it is new. */
export function accountFor(world: World, login: string, kind: Account['kind'] = 'User'): Account {
  const known = world.accounts.get(login.toLowerCase());
  if (known !== undefined) return known;
  const account: Account = { id: world.nextId(), login, kind };
  world.accounts.set(login.toLowerCase(), account);
  return account;
}

/** The repository of this name, or one that had it. */
export function findRepository(world: World, owner: string, name: string): Repository | undefined {
  const owned = world.repositories.filter((one) => !one.isDeleted && isSameName(one.owner.login, owner));
  return (
    owned.find((one) => isSameName(one.name, name)) ??
    owned.find(({ formerNames }) => formerNames.some((former) => isSameName(former, name)))
  );
}

/** GitHub takes no heed of capitals in names. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
