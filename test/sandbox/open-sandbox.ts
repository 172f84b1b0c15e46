import { createSign } from 'node:crypto';
import { createServer } from 'node:http';
import { afterEach } from '@jest/globals';
import { z } from 'zod';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { listen } from '../support/listen.ts';
import { makeAppKey } from '../support/make-app-key.ts';

export const privateKey = makeAppKey();
export const SECRET = 'a secret for webhooks';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A request to the embedded GitHub as somebody; `Error` status never throws. */
export type Ask = (method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<Answer>;

export interface Opened {
  readonly sandbox: Sandbox;
  readonly people: Sandbox['people'];
  /** With the app's own token. */
  readonly asApp: Ask;
  /** With a token of its installation. */
  readonly asBot: Ask;
  readonly asPerson: (login: string) => Promise<Ask>;
  readonly graphql: (query: string) => Promise<unknown>;
}

export const REPO = 'news/letter';
export const PULL = `/repos/${REPO}/pulls/1`;

/** Thirty lines, so that a change in the middle leaves lines outside its hunk; some can be other than `line N`. */
export function writeLines(changed: Readonly<Record<number, string>> = {}): string {
  return Array.from({ length: 30 }, (_, index) => `${changed[index + 1] ?? `line ${index + 1}`}\n`).join('');
}

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** Starts an embedded GitHub for one test, with a newsletter whose pull request 1 changes lines 10 and 11 of a file. */
export async function openSandbox(options: Omit<SandboxOptions, 'app'> & { app?: object } = {}): Promise<Opened> {
  const { app, ...others } = options;
  const sandbox = await startSandbox({
    now: () => new Date('2026-03-04T10:00:00Z'),
    ...others,
    app: { id: 7, slug: 'desk', publicKey: privateKey, webhookSecret: SECRET, ...app },
  });
  open.push(sandbox.close);
  const { people } = sandbox;
  await people.createRepository({ repo: REPO, isOrganization: true, files: { 'draft/one.md': writeLines() } });
  await people.fork({ repo: REPO, by: 'ada' });
  const files = { 'draft/one.md': writeLines({ 10: 'ten', 11: 'eleven' }) };
  await people.push({ repo: 'ada/letter', by: 'ada', branch: 'mine', files });
  await people.openPullRequest({ repo: REPO, by: 'ada', head: 'ada:mine', title: 'Two lines' });
  const asApp = asker(sandbox, `Bearer ${signToken()}`);
  const asBot = asker(sandbox, `token ${await askForToken(asApp)}`);
  return {
    sandbox,
    people,
    asApp,
    asBot,
    asPerson: async (login) => asker(sandbox, `token ${(await people.createUser({ login })).token}`),
    graphql: async (query) => (await asBot('POST', '/graphql', { query })).body,
  };
}

export function asker({ url }: Sandbox, authorization: string): Ask {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, body: parsed };
  };
}

export async function askForToken(asApp: Ask, body?: object): Promise<string> {
  return z.object({ token: z.string() }).parse((await answerForToken(asApp, body)).body).token;
}

/** The whole answer to the question for a token. */
export async function answerForToken(asApp: Ask, body?: object): Promise<Answer> {
  const { id } = z.object({ id: z.number() }).parse((await asApp('GET', `/repos/${REPO}/installation`)).body);
  return asApp('POST', `/app/installations/${id}/access_tokens`, body);
}

/** An app's own token, good for five minutes unless told otherwise. */
export function signToken(claims: object = {}, key = privateKey): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const text = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ iat: now - 30, exp: now + 300, iss: '7', ...claims })}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

const refusalSchema = z.object({
  message: z.string(),
  errors: z.array(z.union([z.string(), z.object({ message: z.string() })])).optional(),
});

/** A refusal on one line: status, message, and what is wrong in detail. */
export function tell({ status, body }: Answer): string {
  const parsed = refusalSchema.safeParse(body);
  if (!parsed.success) return String(status);
  const { message, errors = [] } = parsed.data;
  const details = errors.map((error) => (typeof error === 'string' ? error : error.message));
  return `${status} ${[message.replaceAll(/\s+/g, ' '), ...details].join(': ')}`;
}

export interface Heard {
  readonly event: string;
  readonly id: string;
  readonly signature: string;
  readonly body: string;
}

/** Listens for webhooks during one test. */
export async function listenForWebhooks(): Promise<{ url: string; heard: Heard[] }> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    request.on('end', () => {
      const header = (name: string) => String(request.headers[name]);
      heard.push({
        event: header('x-github-event'),
        id: header('x-github-delivery'),
        signature: header('x-hub-signature-256'),
        body: Buffer.concat(chunks).toString(),
      });
      response.end();
    });
  });
  const { url, close } = await listen(server);
  open.push(close);
  return { url: `${url}/`, heard };
}
