import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { type Fields, fieldsOf, isFields, parseFields, textOf } from '../fields.ts';
import type { Access, App } from '../records/app.ts';
import { notFound, Refusal } from '../refusal.ts';
import { renderApp } from '../render/render-app.ts';
import { accountFor, type World } from '../world.ts';
import { type Call, type Reply, type Route, route } from './route.ts';

export const manifestRoutes: readonly Route[] = [
  // The page a manifest form is posted to; a person would now be asked, here everybody agrees.
  route('POST /settings/apps/new', acceptManifest),
  route('POST /app-manifests/{code}/conversions', convertManifest),
];

function acceptManifest({ world, body, url }: Call): Reply {
  const manifest = parseFields(textOf(body, 'manifest') ?? '');
  if (manifest === undefined) throw new Refusal(422, 'Invalid GitHub App configuration');
  const code = randomBytes(20).toString('hex');
  world.manifests.set(code, manifest);
  const target = new URL(textOf(manifest, 'redirect_url') ?? world.url);
  target.searchParams.set('code', code);
  const state = url.searchParams.get('state');
  if (state !== null) target.searchParams.set('state', state);
  return { status: 302, headers: { location: target.href } };
}

/** Exchanges a code, once, for the app with its secrets. */
function convertManifest({ world, params }: Call): Reply {
  const code = params['code'] ?? '';
  const manifest = world.manifests.get(code);
  if (!isFields(manifest)) throw notFound();
  world.manifests.delete(code);
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const app = makeApp(world, manifest, publicKey);
  world.apps.push(app);
  const secrets = {
    client_secret: randomBytes(20).toString('hex'),
    webhook_secret: app.webhookSecret,
    pem: privateKey,
  };
  return { status: 201, body: { ...renderApp(world, app), ...secrets } };
}

function makeApp(world: World, manifest: Fields, publicKey: string): App {
  const name = textOf(manifest, 'name') ?? 'app';
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const events = manifest['default_events'];
  return {
    id: world.nextId(),
    slug,
    name,
    owner: accountFor(world, 'octocat'),
    bot: accountFor(world, `${slug}[bot]`, 'Bot'),
    publicKey: createPublicKey(publicKey),
    webhookSecret: randomBytes(20).toString('hex'),
    webhookUrl: textOf(fieldsOf(manifest, 'hook_attributes') ?? {}, 'url'),
    permissions: Object.fromEntries(
      Object.entries(fieldsOf(manifest, 'default_permissions') ?? {}).map(([key, value]) => [key, toAccess(value)]),
    ),
    events: Array.isArray(events) ? events.filter((event) => typeof event === 'string') : [],
    createdAt: world.now(),
  };
}

function toAccess(value: unknown): Access {
  return value === 'write' || value === 'admin' ? value : 'read';
}
