import { createHmac, generateKeyPairSync } from 'node:crypto';
import { type ClientRequest, request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
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

const secret = 'the-secret-of-the-webhook';
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

let server: RunningServer;
let lanes: MemoryLanes;
let memory: MemoryLog;
let heard: string[];
let work: () => Promise<void>;
let accept: (id: string) => Promise<void>;
let readBacklog: () => ReturnType<MemoryLanes['readBacklog']>;

beforeEach(async () => {
  heard = [];
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

async function start(sizes = { maxBodyBytes: 1000, maxHeldBytes: 1000 }): Promise<RunningServer> {
  return startServer({
    app: (probot) => {
      probot.on('pull_request.opened', ({ id }) => {
        heard.push(id);
        return accept(id);
      });
    },
    lanes: { ...takeApart(lanes), readBacklog: () => readBacklog() },
    metrics: createMetrics(),
    host: '127.0.0.1',
    port: 0,
    appId: 7,
    privateKey,
    webhookSecret: secret,
    apiUrl: 'http://127.0.0.1:1/api/v3',
    logger: memory.logger,
    ...sizes,
  });
}

/** The lanes' own ways of doing things, to replace one of them. */
function takeApart({ accept: take, enqueue, drain, begin, repeat }: MemoryLanes): Omit<ServerLanes, 'readBacklog'> {
  return { accept: take, enqueue, drain, begin, repeat };
}

afterEach(() => server.stop());

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

describe('the webhook server', () => {
  test('hands on what GitHub signed', async () => {
    expect(await post(event)).toBe('200 ok');
    expect(heard).toEqual(['delivery-1']);
  });

  test.each([
    ['a wrong signature', event, { 'x-hub-signature-256': sign(event, 'another-secret') }, 400],
    ['a signature that is none', event, { 'x-hub-signature-256': 'sha256=' }, 400],
    ['no signature', event, { 'x-hub-signature-256': null }, 400],
    ['the signature of another body', `${event} `, { 'x-hub-signature-256': sign(event) }, 400],
    ['signed text that is not JSON', '{"action":', {}, 400],
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
    const headers = { 'transfer-encoding': 'chunked', 'x-hub-signature-256': sign(event) };
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(`${server.url}/api/github/webhooks`, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      request.on('error', reject);
      for (let chunk = 0; chunk < 11; chunk += 1) request.write('x'.repeat(100));
    });
    expect(status).toBe(413);
  });

  test('keeps no more of large bodies at once than fits into memory, and small ones get through', async () => {
    await server.stop();
    server = await start({ maxBodyBytes: 1_000_000, maxHeldBytes: 350_000 });
    const kind = { 'content-type': 'application/json', 'x-github-event': 'push', 'x-github-delivery': 'delivery-2' };
    const headers = { ...kind, 'content-length': '400000', 'x-hub-signature-256': sign(event) };
    const send = (): { request: ClientRequest; status: Promise<number | undefined> } => {
      const request = httpRequest(`${server.url}/api/github/webhooks`, { method: 'POST', headers });
      const status = new Promise<number | undefined>((resolve) => {
        request.on('response', (response) => resolve(response.statusCode));
        request.on('error', () => resolve(undefined));
      });
      request.write('x'.repeat(399_999));
      return { request, status };
    };
    const [one, other] = [send(), send()];
    expect(await Promise.race([one.status, other.status])).toBe(503);
    expect(await post(event)).toBe('200 ok');
    for (const { request } of [one, other]) request.end('x');
    expect((await Promise.all([one.status, other.status])).sort()).toEqual([400, 503]);
  });

  test('has no other page', async () => {
    expect(await post(event, {}, '/')).toBe('404 {"error":"not found"}');
    expect(await post(event, {}, '/probot/import')).toBe('404 {"error":"not found"}');
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
      { status: 'ready', waiting: 0, oldestSeconds: 0, putOff: 0, running: 0, failed: 0 },
    ]);
    readBacklog = () => Promise.reject(new Error('ECONNREFUSED'));
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
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
    expect(log).toContain('signature does not match');
    expect(log).toContain('A test');
    expect(log).not.toContain(secret);
    expect(log).not.toContain('and the payload');
    expect(log).not.toContain('ghs_');
    expect(log).not.toContain(privateKey.split('\n')[1]);
  });
});
