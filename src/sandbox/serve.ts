import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { getServerUrl } from '../shared/server-url.ts';
import { answerConditionally, type Asked, runSafely, understand } from './answer-request.ts';
import { answerControl, type Control, isControl } from './control.ts';
import type { ApiFault } from './faults.ts';
import { findPage } from './find-page.ts';
import { isForThisMachine } from './is-for-this-machine.ts';
import { readBody } from './read-body.ts';
import { accountOf, type Actor } from './records/app.ts';
import { answerRefusal, Refusal } from './refusal.ts';
import type { Reply } from './routes/route.ts';
import type { World } from './world.ts';

/** Listens on a free port of loopback; resolves with the server and its address. */
export function serve(world: World, control: Control | undefined): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    void choose(world, control, request).then(
      (reply) => {
        write(world, response, reply);
      },
      () => response.destroy(),
    );
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve({ server, url: getServerUrl(server) });
    });
  });
}

async function choose(
  world: World,
  control: Control | undefined,
  request: IncomingMessage,
): Promise<Reply | undefined> {
  if (!isForThisMachine(request)) return { status: 403, body: { message: 'for this machine only' } };
  const page = findPage(world.pageUrl, request);
  if (page !== undefined) return { status: 302, headers: { location: page } };
  return isControl(request) && control !== undefined ? answerControl(control, request) : handle(world, request);
}

/** Answers one request; undefined cuts the connection. */
async function handle(world: World, request: IncomingMessage): Promise<Reply | undefined> {
  const asked = await ask(world, request);
  if ('status' in asked) return asked;
  const understood = attempt(() => understand(world, asked));
  if (understood instanceof Refusal)
    return log(world, asked, 'unknown', { kind: 'anonymous' }, answerRefusal(understood));
  const { operation, actor, run } = understood;
  const fault = world.faults.takeApiFault(operation);
  const early = fault && (fault.kind === 'stale' ? recall(world, asked) : await strikeBefore(world, fault));
  if (early !== undefined) return log(world, asked, operation, actor, early === 'cut' ? undefined : early);
  const reply = answerConditionally(asked, await runSafely(world, operation, run));
  return log(world, asked, operation, actor, fault === undefined ? reply : strikeAfter(fault, reply));
}

async function ask(world: World, request: IncomingMessage): Promise<Asked | Reply> {
  try {
    return {
      method: request.method ?? 'GET',
      url: new URL(request.url ?? '/', world.url),
      authorization: request.headers.authorization,
      ifNoneMatch: request.headers['if-none-match'],
      body: await readBody(request),
    };
  } catch (error) {
    if (error instanceof Refusal) return answerRefusal(error);
    throw error;
  }
}

function attempt<Value>(work: () => Value): Value | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const BAD_GATEWAY: Reply = { status: 502, body: { message: 'Server Error' } };

/** What the same request was answered last. */
function recall(world: World, { method, url, body }: Asked): Reply | undefined {
  const last = world.requests.findLast(
    (one) =>
      one.method === method &&
      one.path === `${url.pathname}${url.search}` &&
      one.status === 200 &&
      JSON.stringify(one.requestBody) === JSON.stringify(body),
  );
  return last && { status: 200, body: last.responseBody };
}

async function strikeBefore(
  world: World,
  fault: Exclude<ApiFault, { kind: 'stale' }>,
): Promise<Reply | 'cut' | undefined> {
  switch (fault.kind) {
    case 'slow':
      await sleep(fault.milliseconds);
      return undefined;
    case 'bad-gateway-before':
      return BAD_GATEWAY;
    case 'cut-before':
      return 'cut';
    case 'secondary-limit':
      return refuse(
        fault.status ?? 403,
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
      );
    case 'primary-limit':
      return refuse(403, 'API rate limit exceeded for installation.', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(resetOf(world)),
      });
    case 'too-large':
      return refuse(422, 'Sorry, this diff is taking too long to generate. It may be too large to display.');
    case 'no-files':
      return { status: 200, body: [] };
    case 'bad-gateway-after':
    case 'cut-after':
      return undefined;
  }
}

function refuse(status: number, message: string, headers: Reply['headers'] = {}): Reply {
  return answerRefusal(new Refusal(status, message, { headers }));
}

function strikeAfter(fault: ApiFault, reply: Reply): Reply | undefined {
  if (fault.kind === 'bad-gateway-after') return BAD_GATEWAY;
  return fault.kind === 'cut-after' ? undefined : reply;
}

function log(world: World, asked: Asked, operation: string, actor: Actor, reply: Reply | undefined): Reply | undefined {
  world.requests.push({
    method: asked.method,
    path: `${asked.url.pathname}${asked.url.search}`,
    operation,
    status: reply?.status ?? 0,
    actor: actor.kind === 'app' ? 'app' : (accountOf(actor)?.login ?? 'anonymous'),
    wasConditional304: reply?.status === 304,
    requestBody: asked.body,
    responseBody: reply?.body,
  });
  return reply;
}

function resetOf(world: World): number {
  return Math.floor(world.now().getTime() / 1000) + 3600;
}

function write(world: World, response: ServerResponse, reply: Reply | undefined) {
  if (reply === undefined) {
    response.destroy();
    return;
  }
  const body = reply.body === undefined ? undefined : JSON.stringify(reply.body);
  const counted = world.requests.filter((one) => !one.wasConditional304).length;
  response.writeHead(reply.status, {
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'x-github-media-type': 'github.v3; format=json',
    'x-github-request-id': `SANDBOX:${world.requests.length}`,
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': String(Math.max(0, 5000 - counted)),
    'x-ratelimit-used': String(counted),
    'x-ratelimit-reset': String(resetOf(world)),
    'x-ratelimit-resource': 'core',
    ...reply.headers,
  });
  response.end(body);
}
