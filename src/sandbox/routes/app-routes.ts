import { randomBytes } from 'node:crypto';
import { needApp } from '../authenticate.ts';
import { type Fields, fieldsOf } from '../fields.ts';
import { isGranted } from '../permissions.ts';
import {
  type Access,
  type App,
  type Installation,
  type InstallationToken,
  isInstalledOn,
  type Permissions,
} from '../records/app.ts';
import { notFound, Refusal } from '../refusal.ts';
import { renderApp, renderInstallation } from '../render/render-app.ts';
import { renderRepository } from '../render/render-repository.ts';
import { renderTime } from '../render/render-time.ts';
import { findRepository } from '../world.ts';
import { paginate } from './paginate.ts';
import { type Call, ok, type Reply, type Route, route } from './route.ts';

const HOUR = 3_600_000;

export const appRoutes: readonly Route[] = [
  route('GET /app', ({ world, actor }) => ok(renderApp(world, needApp(actor)))),
  route('GET /app/installations', (call) => {
    const app = needApp(call.actor);
    const installations = call.world.installations.filter((one) => one.app === app);
    return paginate(call, installations, (one) => renderInstallation(call.world, one));
  }),
  route('GET /app/installations/{installation_id}', (call) =>
    ok(renderInstallation(call.world, needInstallation(call))),
  ),
  route('GET /repos/{owner}/{repo}/installation', ({ world, actor, params }) => {
    const app = needApp(actor);
    const repository = findRepository(world, params['owner'] ?? '', params['repo'] ?? '');
    const found = world.installations.find((one) => one.app === app && one.account.id === repository?.owner.id);
    if (found === undefined) throw notFound();
    return ok(renderInstallation(world, found));
  }),
  route('POST /app/installations/{installation_id}/access_tokens', (call) => {
    const installation = needInstallation(call);
    return giveToken(call, installation, {
      permissions: narrow(installation.app, fieldsOf(call.body, 'permissions')),
      repositoryIds: chooseRepositories(call, installation),
    });
  }),
  route('GET /installation/repositories', listOwn),
  route('GET /rate_limit', ({ world }) => {
    const limit = { limit: 5000, used: 0, remaining: 5000, reset: Math.floor(world.now().getTime() / 1000) + 3600 };
    return ok({ resources: { core: limit, search: limit, graphql: limit }, rate: limit });
  }),
];

/** The repositories that an installation's token may see. */
function listOwn(call: Call): Promise<Reply> {
  const { actor, world } = call;
  if (actor.kind !== 'installation') throw new Refusal(403, 'Resource not accessible by personal access token');
  const own = world.repositories.filter((one) => !one.isDeleted && isInstalledOn(actor, one));
  return paginate(
    call,
    own,
    (one) => renderRepository(world, one),
    (repositories, total_count) => ({ total_count, repository_selection: 'all', repositories }),
  );
}

function needInstallation({ world, actor, params }: Call): Installation {
  const app = needApp(actor);
  const found = world.installations.find((one) => one.app === app && String(one.id) === params['installation_id']);
  if (found === undefined) throw notFound();
  return found;
}

function giveToken(
  { world }: Call,
  installation: Installation,
  { permissions, repositoryIds }: Pick<InstallationToken, 'permissions' | 'repositoryIds'>,
): Reply {
  const secret = `ghs_${randomBytes(18).toString('hex')}`;
  const expiresAt = new Date(Date.now() + HOUR);
  world.tokens.set(secret, { kind: 'installation', installation, permissions, repositoryIds, expiresAt });
  const chosen = world.repositories.filter((one) => repositoryIds?.includes(one.id) === true);
  const body = {
    token: secret,
    expires_at: renderTime(expiresAt),
    permissions: { metadata: 'read', ...permissions },
    repository_selection: repositoryIds === undefined ? 'all' : 'selected',
    ...(repositoryIds === undefined ? {} : { repositories: chosen.map((one) => renderRepository(world, one)) }),
  };
  return { status: 201, body };
}

/** What the token may do: all that the app may, or the part that was asked for. */
function narrow(app: App, wanted: Fields | undefined): Permissions {
  if (wanted === undefined) return app.permissions;
  const asked = Object.entries(wanted).map(([name, access]) => [name, toAccess(access)] as const);
  if (asked.some(([name, access]) => !isGranted(app.permissions, name, access))) {
    throw new Refusal(422, 'The permissions requested are not granted to this installation.');
  }
  return Object.fromEntries(asked);
}

function toAccess(value: unknown): Access {
  if (value === 'read' || value === 'write' || value === 'admin') return value;
  throw new Refusal(422, 'Invalid request.');
}

function chooseRepositories({ world, body }: Call, { account }: Installation): readonly number[] | undefined {
  const names = body['repositories'];
  const ids = body['repository_ids'];
  if (names === undefined && ids === undefined) return undefined;
  const wanted = [names, ids].flatMap((list): readonly unknown[] => (Array.isArray(list) ? list : []));
  const own = world.repositories.filter((one) => one.owner.id === account.id && !one.isDeleted);
  const chosen = wanted.map((key) => own.find((one) => one.id === key || one.name === key)?.id);
  if (chosen.includes(undefined)) {
    throw new Refusal(
      422,
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  }
  return chosen.filter((id) => id !== undefined);
}
