import { nodeId } from '../node-id.ts';
import type { Account } from '../records/repository.ts';
import type { World } from '../world.ts';

/** A user, bot or organization as REST shows it inside other things. */
export function renderAccount({ url }: World, account: Account) {
  const api = `${url}/users/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.kind, account.id),
    avatar_url: `${url}/avatars/${account.id}`,
    gravatar_id: '',
    url: api,
    html_url: `${url}/${account.login.replace(/\[bot\]$/, '')}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.kind,
    user_view_type: 'public',
    site_admin: false,
  };
}
