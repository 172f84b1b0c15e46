import { nodeId } from '../node-id.ts';
import type { App, Installation } from '../records/app.ts';
import type { World } from '../world.ts';
import { renderAccount } from './render-account.ts';
import { renderTime } from './render-time.ts';

/** An app as REST shows it. */
export function renderApp(world: World, app: App) {
  const at = renderTime(app.createdAt);
  return {
    id: app.id,
    client_id: clientIdOf(app),
    slug: app.slug,
    node_id: nodeId('App', app.id),
    owner: renderAccount(world, app.owner),
    name: app.name,
    description: '',
    external_url: world.url,
    html_url: `${world.url}/apps/${app.slug}`,
    created_at: at,
    updated_at: at,
    permissions: { metadata: 'read', ...app.permissions },
    events: app.events,
  };
}

/** An app's installation on an account. */
export function renderInstallation(world: World, installation: Installation) {
  const { app, account } = installation;
  const at = renderTime(installation.createdAt);
  return {
    id: installation.id,
    account: renderAccount(world, account),
    repository_selection: 'all',
    access_tokens_url: `${world.url}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${world.url}/installation/repositories`,
    html_url: `${world.url}/settings/installations/${installation.id}`,
    app_id: app.id,
    client_id: clientIdOf(app),
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.kind,
    permissions: { metadata: 'read', ...app.permissions },
    events: app.events,
    created_at: at,
    updated_at: at,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: null,
  };
}

function clientIdOf({ id }: App): string {
  return `Iv1.${String(id).padStart(16, '0')}`;
}
