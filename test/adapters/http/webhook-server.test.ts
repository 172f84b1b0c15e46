import { createHmac } from 'node:crypto';
import { type ClientRequest, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { WebhookBounds } from '../../../src/adapters/http/take-webhook.ts';
import { type RunningServer, startServer } from '../../../src/adapters/http/start-server.ts';
import { createMetrics } from '../../../src/adapters/metrics.ts';
import { MemoryLanes } from '../../../src/adapters/queue/lanes.ts';
import { mergeJobs } from '../../../src/handlers/merge-jobs.ts';
import type { JobEnd } from '../../../src/ports.ts';
import type { ServerLanes } from '../../../src/adapters/queue/server-lanes.ts';
import { StoreTrouble } from '../../../src/adapters/store/store-problem.ts';
import { createFixedClock } from '../../support/fixed-clock.ts';
import { createMemoryLog, type MemoryLog } from '../../support/memory-log.ts';
import { workOf } from '../../support/sample-work.ts';
import { makeAppKey } from '../../support/make-app-key.ts';

const secret = 'the-secret-of-the-webhook';
const privateKey = makeAppKey();

let server: RunningServer;
let lanes: MemoryLanes;
let memory: MemoryLog;
let heard: string[];
/** What those said that were heard. */
let notes: unknown[];
let work: () => Promise<void>;
let accept: (id: string) => Promise<void>;
let readBacklog: () => ReturnType<MemoryLanes['readBacklog']>;

beforeEach(async () => {
  [heard, notes] = [[], []];
  work = () => Promise.resolve();
  accept = (id) => lanes.accept(id, [workOf(id, id)]);
  readBacklog = () => lanes.readBacklog();
  memory = createMemoryLog([secret, privateKey]);
  const run = async (): Promise<JobEnd> => {
    await work();
    return { kind: 'done' };
  };
  lanes = new MemoryLanes({ concurrency: 1, clock: createFixedClock(), log: memory.log, run, merge: mergeJobs });
  server = await start();
});

async function start(bounds: Partial<WebhookBounds> = {}): Promise<RunningServer> {
  return startServer({
    app: (probot) => {
      probot.onAny(({ id, payload }) => {
        heard.push(id);
        notes.push('note' in payload ? payload.note : undefined);
        return accept(id);
      });
    },
    isUsedEvent: (name) => name === 'pull_request' || name === 'push',
    lanes: { ...takeApart(lanes), readBacklog: () => readBacklog() },
    metrics: createMetrics(),
    host: '127.0.0.1',
    port: 0,
    appId: 7,
    privateKey,
    webhookSecret: secret,
    apiUrl: 'http://127.0.0.1:1/api/v3',
    logger: memory.logger,
    bounds: { maxBodyBytes: 1000, maxHeldBytes: 1000, ...bounds },
  });
}

/** The lanes' own ways of doing things, to replace one of them. */
function takeApart({ accept: take, enqueue, drain, begin, repeat }: MemoryLanes): Omit<ServerLanes, 'readBacklog'> {
  return { accept: take, enqueue, drain, begin, repeat };
}

afterEach(() => server.stop());

const OK = '200 {"status":"ok"}';
const event = JSON.stringify({ action: 'opened', installation: { id: 1 } });
const sign = (body: string, key = secret) => `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;

/** Posts a webhook; `null` leaves a header out. */
async function post(
  body: string,
  headers: Readonly<Record<string, string | null>> = {},
  path = '/api/github/webhooks',
) {
  const all: Readonly<Record<string, string | null>> = {
    'content-type': 'application/json',
    'x-github-event': 'pull_request',
    'x-github-delivery': 'delivery-1',
    'x-hub-signature-256': sign(body),
    ...headers,
  };
  const sent = Object.entries(all).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, value]],
  );
  const response = await fetch(`${server.url}${path}`, { method: 'POST', body, headers: sent });
  return `${response.status} ${(await response.text()).trim()}`;
}

/** The head of a request alone; its body, and when it comes, is up to the test. */
function send(headers: Readonly<Record<string, string>>): {
  readonly request: ClientRequest;
  readonly status: Promise<number | undefined>;
} {
  const request = httpRequest(`${server.url}/api/github/webhooks`, { method: 'POST', headers });
  const status = new Promise<number | undefined>((resolve) => {
    request.on('response', (response) => resolve(response.statusCode));
    request.on('error', () => resolve(undefined));
  });
  return { request, status };
}

function signedHeaders(body: string): Readonly<Record<string, string>> {
  const kind = { 'content-type': 'application/json', 'x-github-event': 'push', 'x-github-delivery': 'delivery-2' };
  return { ...kind, 'x-hub-signature-256': sign(body) };
}

/** What the server writes back to these bytes until it closes the connection. */
async function speak(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.end(bytes);
  let answer = '';
  for await (const piece of socket) answer += String(piece);
  return answer;
}

describe('the webhook server', () => {
  test('hands on what GitHub signed', async () => {
    expect(await post(event)).toBe(OK);
    expect(heard).toEqual(['delivery-1']);
  });

  test.each([
    ['a wrong signature', event, { 'x-hub-signature-256': sign(event, 'another-secret') }, 400],
    ['a signature that is none', event, { 'x-hub-signature-256': 'sha256=' }, 400],
    ['no signature', event, { 'x-hub-signature-256': null }, 400],
    ['the signature of another body', `${event} `, { 'x-hub-signature-256': sign(event) }, 400],
    ['signed text that is not JSON', '{"action":', {}, 400],
    ['signed JSON that is no record', 'null', {}, 400],
    ['signed brackets in brackets', `{"action":${'['.repeat(200)}${']'.repeat(200)}}`, {}, 400],
    ['no event name', event, { 'x-github-event': null }, 400],
    ['no delivery id', event, { 'x-github-delivery': null }, 400],
    ['a form', event, { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('refuses %s and does nothing', async (_, body, headers, status) => {
    expect(await post(body, headers)).toMatch(new RegExp(`^${status} `));
    expect(heard).toEqual([]);
  });

  test('refuses a body over the cap before reading it', async () => {
    const body = 'x'.repeat(1001);
    expect(await post(body)).toBe('413 {"error":"at most 1000 bytes"}');
    expect(heard).toEqual([]);
  });

  test('tells even a client that listens only when it has sent all', async () => {
    const body = 'x'.repeat(5_000_000);
    expect(await Promise.all([post(body), post(body), post(body)])).toEqual(
      Array.from({ length: 3 }, () => '413 {"error":"at most 1000 bytes"}'),
    );
    expect(await post(body, { 'x-hub-signature-256': null })).toBe('400 {"error":"no signature"}');
  });

  test('stops reading a body that grows over the cap without having said so', async () => {
    const headers = { ...signedHeaders(event), 'transfer-encoding': 'chunked' };
    const { request, status } = send(headers);
    for (let chunk = 0; chunk < 11; chunk += 1) request.write('x'.repeat(100));
    expect(await status).toBe(413);
    request.destroy();
  });

  test('keeps no more of large bodies at once than fits into memory, and small ones get through', async () => {
    await server.stop();
    server = await start({ maxBodyBytes: 1_000_000, maxHeldBytes: 350_000 });
    const [one, other] = [1, 2].map(() => send({ ...signedHeaders(event), 'content-length': '400000' }));
    for (const sent of [one, other]) sent?.request.write('x'.repeat(399_999));
    expect(await Promise.race([one?.status, other?.status])).toBe(503);
    expect(await post(event)).toBe(OK);
    for (const sent of [one, other]) sent?.request.end('x');
    expect((await Promise.all([one?.status, other?.status])).sort()).toEqual([400, 503]);
  });

  test('verifies an event that nobody listens to, and keeps nothing of it', async () => {
    await server.stop();
    server = await start({ maxBodyBytes: 1_000_000, maxHeldBytes: 0 });
    const large = JSON.stringify({ action: 'created', note: 'x'.repeat(900_000) });
    const star = { 'x-github-event': 'star' };
    expect(await post(large, star)).toBe(OK);
    expect(await post(large, { ...star, 'x-hub-signature-256': sign(event) })).toMatch(/^400 /);
    expect(heard).toEqual([]);
    expect(await post(large)).toBe('503 {"error":"too many large bodies at once"}');
  });

  test('reckons the signature over the bytes as they come, wherever they are cut', async () => {
    const body = Buffer.from(JSON.stringify({ note: 'grüße, 🦀' }));
    const { request, status } = send(signedHeaders(body.toString()));
    for (const byte of body) request.write(Buffer.of(byte));
    request.end();
    expect(await status).toBe(200);
    expect(notes).toEqual(['grüße, 🦀']);
  });

  test('does not wait for a body that does not come', async () => {
    await server.stop();
    server = await start({ bodyMilliseconds: 20 });
    const { request, status } = send({ ...signedHeaders(event), 'content-length': '100' });
    request.write('{');
    expect(await status).toBe(408);
    request.destroy();
  });

  test('takes no word for the length of a body', async () => {
    const head = Object.entries(signedHeaders(event)).map(([name, value]) => `${name}: ${value}\r\n`);
    const request = (lengths: string): string =>
      `POST /api/github/webhooks HTTP/1.1\r\nhost: copydesk\r\n${head.join('')}${lengths}\r\n\r\n`;
    expect(await speak(`${request('content-length: 10')}${event}`)).toMatch(/^HTTP\/1.1 400 /);
    expect(await speak(`${request('content-length: 10\r\ntransfer-encoding: chunked')}0\r\n\r\n`)).toContain(' 400 ');
    expect(await speak(`${request(`content-length: ${event.length + 1}`)}${event}`)).not.toContain(' 200 ');
    expect(heard).toEqual([]);
  });

  test('tells GitHub to come back where it takes too long', async () => {
    await server.stop();
    server = await start({ answerMilliseconds: 20 });
    accept = () => new Promise(() => undefined);
    expect(await post(event)).toBe('503 {"error":"it took too long"}');
  });

  test('has no other page', async () => {
    expect(await post(event, {}, '/')).toBe('404 {"error":"not found"}');
    expect(await post(event, {}, '/probot/import')).toBe('404 {"error":"not found"}');
    expect(await post(event, {}, '/healthz')).toBe('404 {"error":"not found"}');
    expect(await post(event, {}, '/readyz')).toBe('404 {"error":"not found"}');
    expect((await fetch(`${server.url}/api/github/webhooks`)).status).toBe(405);
    expect(heard).toEqual([]);
  });

  test('says that it is alive', async () => {
    const response = await fetch(`${server.url}/healthz`);
    expect([response.status, await response.text()]).toEqual([200, '{"status":"ok"}']);
  });

  test('tells GitHub to come back where the lanes take nothing, and tells the log why', async () => {
    accept = () => Promise.reject(new StoreTrouble('the database does not answer'));
    expect(await post(event)).toMatch(/^503 /);
    expect(memory.lines.join('')).toContain('the database does not answer');
  });

  test('says what there is to do, and not ready where the lanes cannot be asked', async () => {
    const ready = await fetch(`${server.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', waiting: 0, oldestSeconds: 0, putOff: 0, running: 0, failed: 0, quietSeconds: 0 },
    ]);
    readBacklog = () => Promise.reject(new Error('ECONNREFUSED'));
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  });

  test.each([
    ['has nothing to do', 0, 5000, 200],
    ['has too much to do, and does it', 5000, 1, 200],
    ['has only just started, with much to do', 5000, 800, 200],
    ['has something to do, and does nothing', 901, 901, 503],
  ])('says whether it is ready when it %s', async (_, oldestSeconds, quietSeconds, status) => {
    readBacklog = async () => ({ ...(await lanes.readBacklog()), waiting: 1, oldestSeconds, quietSeconds });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(status);
  });

  test('counts what it was sent and how it answered', async () => {
    await post(event);
    await post(event, { 'x-hub-signature-256': sign(event, 'another-secret'), 'x-github-event': 'of a stranger' });
    const text = await (await fetch(`${server.url}/metrics`)).text();
    expect(text.match(/^copydesk_(?:deliveries_total|lanes_up)\b.*$/gm)).toMatchInlineSnapshot(`
     [
       "copydesk_deliveries_total{event="pull_request",status="200"} 1",
       "copydesk_deliveries_total{event="other",status="400"} 1",
       "copydesk_lanes_up 1",
     ]
    `);
  });

  test('ends the work in hand before it stops, and takes no more', async () => {
    const done: string[] = [];
    work = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      done.push('reviewed');
    };
    await post(event);
    await server.stop();
    expect(done).toEqual(['reviewed']);
    await expect(post(event)).rejects.toThrow('fetch failed');
  });

  test('writes no secret and no payload into the log', async () => {
    const body = JSON.stringify({ action: 'opened', note: `${secret} ghs_${'A'.repeat(36)} and the payload` });
    await post(body, { 'x-hub-signature-256': sign(body, 'another-secret') });
    memory.log.error({ err: new Error(`${privateKey} ${secret}`), header: `token ghs_${'A'.repeat(36)}` }, 'A test');
    const log = memory.lines.join('');
    expect(log).toContain('its signature does not match');
    expect(log).toContain('A test');
    expect(log).not.toContain(secret);
    expect(log).not.toContain('and the payload');
    expect(log).not.toContain('ghs_');
    expect(log).not.toContain(privateKey.split('\n')[1]);
  });
});
