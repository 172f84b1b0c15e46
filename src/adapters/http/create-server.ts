import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { readBody } from './read-body.ts';

export const WEBHOOK_PATH = '/api/github/webhooks';

export interface ServerOptions {
  /** Checks the signature and hands the event on; finds the body in `rawBody`. */
  readonly onWebhook: (request: IncomingMessage, response: ServerResponse) => unknown;
  /** GitHub sends at most 25 MiB. */
  readonly maxBodyBytes: number;
  readonly isDraining: () => boolean;
}

/** The one public face: takes webhooks, tells whether it is alive, answers 404 to everything else. */
export function createWebhookServer(options: ServerOptions): Server {
  const listener: RequestListener = (request, response) => {
    void answer(request, response, options);
  };
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 }, listener);
  server.maxRequestsPerSocket = 1000;
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse, options: ServerOptions): Promise<void> {
  const path = request.url?.split('?')[0];
  if (path === '/healthz' && (request.method === 'GET' || request.method === 'HEAD')) {
    reply(response, options.isDraining() ? 503 : 200, { status: options.isDraining() ? 'draining' : 'ok' });
  } else if (path !== WEBHOOK_PATH) {
    reply(response, 404, { error: 'not found' });
  } else if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    reply(response, 405, { error: 'webhooks are posted' });
  } else if (options.isDraining()) {
    reply(response, 503, { error: 'shutting down' });
  } else {
    await takeWebhook(request, response, options);
  }
}

async function takeWebhook(
  request: IncomingMessage,
  response: ServerResponse,
  { onWebhook, maxBodyBytes }: ServerOptions,
): Promise<void> {
  // Nobody without a signature is worth a buffer.
  if (request.headers['x-hub-signature-256'] === undefined) {
    reply(response, 400, { error: 'no signature' });
    return;
  }
  const body = await readBody(request, maxBodyBytes);
  if (body === 'too-large') {
    reply(response, 413, { error: `at most ${maxBodyBytes} bytes` });
    return;
  }
  if (body === 'broken') return void response.destroy();
  // Probot's middleware prefers a body that was already read.
  await onWebhook(Object.assign(request, { body: {}, rawBody: body }), response);
}

/** Answers, and closes the connection of a request whose body was not read to its end. */
function reply(response: ServerResponse, status: number, content: Readonly<Record<string, string>>): void {
  if (!response.req.complete) response.setHeader('connection', 'close');
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(content));
}
