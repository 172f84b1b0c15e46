import { createPublicKey } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Control } from './control.ts';
import { describeState } from './describe-state.ts';
import { textOf } from './fields.ts';
import { createFaults, type Faults } from './faults.ts';
import { createActions, type People } from './people/people.ts';
import type { App, Permissions } from './records/app.ts';
import type { Attempt, Delivery, LoggedRequest, Notification } from './records/log.ts';
import type { Account } from './records/repository.ts';
import { createSend } from './create-send.ts';
import { serve } from './serve.ts';
import type { SandboxState } from './state.ts';
import { createWebhooks } from './webhooks.ts';
import { createCounter, type World } from './world.ts';

export interface SandboxOptions {
  /** Where the repositories go; without it a temporary folder, removed at the end. */
  readonly folder?: string;
  readonly app: AppOptions;
  /** Of the chance with which a share of the faults strikes. */
  readonly seed?: number;
  /** What stands on comments and commits; tokens live and die by the real clock. */
  readonly now?: () => Date;
  /** Also answers `/_sandbox/…`, so that another process can act and look. */
  readonly hasControl?: boolean;
}

export interface AppOptions {
  readonly id: number;
  readonly slug: string;
  /** PEM; the private key will do, too. */
  readonly publicKey: string;
  readonly webhookSecret: string;
  readonly webhookUrl?: string;
  /** Without them those of mode `review`. */
  readonly permissions?: Permissions;
  readonly events?: readonly string[];
}

/** The embedded GitHub, running. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`; REST under it and under `/api/v3`, GraphQL under `/graphql` and `/api/graphql`. */
  readonly url: string;
  /** Where the repositories are, as `<id>.git`. */
  readonly folder: string;
  readonly people: People;
  readonly faults: Faults;
  readonly requests: readonly LoggedRequest[];
  readonly deliveries: readonly Delivery[];
  /** What was asked for and is not known: a scenario must leave this empty. */
  readonly unimplemented: ReadonlySet<string>;
  /** Whom texts have notified and what they have linked to. */
  readonly notifications: readonly Notification[];
  readonly state: () => Promise<SandboxState>;
  readonly setWebhookUrl: (url: string | undefined) => void;
  /** Says where its pages are shown: a browser that follows a link of a text is sent there. */
  readonly setPageUrl: (url: string | undefined) => void;
  /** Takes away or gives permissions, also of tokens given out before. */
  readonly setPermissions: (permissions: Permissions) => void;
  readonly expireTokens: () => void;
  /** Resolves when every webhook has been answered, has failed or was lost. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const REVIEW_PERMISSIONS: Permissions = {
  contents: 'read',
  issues: 'read',
  pull_requests: 'write',
  checks: 'write',
};
/** What mode `publish` needs. */
export const PUBLISH_PERMISSIONS: Permissions = { ...REVIEW_PERMISSIONS, contents: 'write' };
const EVENTS = ['pull_request', 'push', 'issue_comment', 'pull_request_review_comment', 'check_run', 'check_suite'];

/** Starts an embedded GitHub on loopback, with one app and no repository yet. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), 'sandbox-')));
  const now = options.now ?? (() => new Date());
  const nextId = createCounter();
  const app = makeApp(options.app, nextId, now());
  const faults = createFaults(options.seed);
  const deliveries: Delivery[] = [];
  const attempts: Attempt[] = [];
  const webhooks = createWebhooks(app, faults, deliveries, { attempts, nextId, now });
  const world: World = {
    url: '',
    pageUrl: undefined,
    folder,
    now,
    nextId,
    accounts: new Map([app.owner, app.bot].map((account) => [account.login.toLowerCase(), account])),
    repositories: [],
    app,
    apps: [app],
    manifests: new Map(),
    installations: [],
    tokens: new Map(),
    requests: [],
    deliveries,
    attempts,
    unimplemented: new Set(),
    notifications: [],
    faults,
    repeat: webhooks.repeat,
    send: (...sent) => {
      createSend(world, webhooks)(...sent);
    },
  };
  const people = createActions(world);
  const sandbox = { ...describeSandbox(world, webhooks.settled), people };
  const control = options.hasControl === true ? makeControl(people, sandbox) : undefined;
  const { server, url } = await serve(world, control);
  world.url = url;
  const close = async () => {
    await webhooks.settled();
    for (const { git } of world.repositories) git.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
  };
  return { ...sandbox, url, close };
}

function makeApp(options: AppOptions, nextId: () => number, createdAt: Date): App {
  const account = (login: string, kind: Account['kind']): Account => ({ id: nextId(), login, kind });
  return {
    id: options.id,
    slug: options.slug,
    name: options.slug,
    owner: account(`${options.slug}-maker`, 'User'),
    bot: account(`${options.slug}[bot]`, 'Bot'),
    publicKey: createPublicKey(options.publicKey),
    webhookSecret: options.webhookSecret,
    webhookUrl: options.webhookUrl,
    permissions: options.permissions ?? REVIEW_PERMISSIONS,
    events: options.events ?? EVENTS,
    createdAt,
  };
}

function describeSandbox(world: World, settled: () => Promise<void>): Omit<Sandbox, 'people' | 'url' | 'close'> {
  return {
    folder: world.folder,
    faults: world.faults,
    requests: world.requests,
    deliveries: world.deliveries,
    unimplemented: world.unimplemented,
    notifications: world.notifications,
    state: () => describeState(world),
    setWebhookUrl: (url) => {
      world.app.webhookUrl = url;
    },
    setPageUrl: (url) => {
      world.pageUrl = url;
    },
    setPermissions: (permissions) => {
      world.app.permissions = permissions;
      for (const token of world.tokens.values()) if (token.kind === 'installation') token.permissions = permissions;
    },
    expireTokens: () => {
      for (const token of world.tokens.values()) if (token.kind === 'installation') token.expiresAt = new Date(0);
    },
    settled,
  };
}

/** The control channel also points people's browsers somewhere. */
function makeControl(actions: Control['actions'], sandbox: Omit<Sandbox, 'url' | 'close'>): Control {
  return {
    actions: {
      ...actions,
      setPageUrl: (fields) => {
        sandbox.setPageUrl(textOf(fields, 'url'));
      },
    },
    views: { state: sandbox.state },
  };
}
