import { nodeId } from '../node-id.ts';
import { accountOf } from '../records/app.ts';
import type { Account } from '../records/repository.ts';
import type { World } from '../world.ts';
import type { GraphContext, View } from './view.ts';

/** Who did something. GraphQL leaves the `[bot]` off an app's login, unlike REST. */
export function viewActor(world: World, account: Account): View {
  const login = account.login.replace(/\[bot\]$/, '');
  return {
    __typename: account.kind,
    id: nodeId(account.kind, account.id),
    databaseId: account.id,
    login,
    name: account.login,
    url: `${world.url}/${login}`,
    resourcePath: `/${login}`,
    avatarUrl: `${world.url}/avatars/${account.id}`,
  };
}

/** Who asks; an app is shown here with its full login. */
export function viewViewer(world: World, account: Account): View {
  return { ...viewActor(world, account), __typename: 'User', login: account.login };
}

/** A field that tells whether this account is the one that asks. */
export function isViewer(account: Account) {
  return (_: unknown, { actor }: GraphContext): boolean => accountOf(actor)?.id === account.id;
}
