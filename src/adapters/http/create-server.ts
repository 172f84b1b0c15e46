import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Answer, TakeWebhook } from './take-webhook.ts';

export const WEBHOOK_PATH = '/api/github/webhooks';

export interface ServerOptions {
  readonly takeWebhook: TakeWebhook;
  readonly isDraining: () => boolean;
  /** How the work stands; 503 where it does not go on. */
  readonly readState: () => Promise<Answer>;
  readonly renderMetrics: () => Promise<{ readonly text: string; readonly contentType: string }>;
  /** Hears how each webhook was answered. */
  readonly onAnswered: (event: string, status: number) => void;
  /** Hears of errors that nobody expected; the request is answered with 500. */
  readonly onError: (error: unknown) => void;
}

const DRAINING: Answer = { status: 503, content: { status: 'draining' } };

/** Together with the free bytes of each body this bounds what strangers can make the process keep: some 100 MB. */
const MAX_CONNECTIONS = 1500;

/** How long a body that nobody wants is still taken off the wire. */
const LINGER_MILLISECONDS = 2000;

const TIMEOUTS = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  keepAliveTimeout: 5000,
  // How often node looks for connections that are over their time.
  connectionsCheckingInterval: 5000,
};

/** The one public face: takes webhooks, tells whether it is alive, answers 404 to everything else. */
export function createWebhookServer(options: ServerOptions): Server {
  const listener: RequestListener = (request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      options.onError(error);
      if (response.headersSent) response.destroy();
      else reply(response, 500, { error: 'internal error' });
    });
  };
  const server = createServer(TIMEOUTS, listener);
  server.maxRequestsPerSocket = 1000;
  server.maxConnections = MAX_CONNECTIONS;
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse, options: ServerOptions): Promise<void> {
  const path = request.url?.split('?')[0];
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (path === '/healthz' && isReading) {
    reply(response, options.isDraining() ? 503 : 200, { status: options.isDraining() ? 'draining' : 'ok' });
  } else if (path === '/readyz' && isReading) {
    const { status, content } = options.isDraining() ? DRAINING : await options.readState();
    reply(response, status, content);
  } else if (path === '/metrics' && isReading) {
    const { text, contentType } = await options.renderMetrics();
    response.writeHead(200, { 'content-type': contentType }).end(text);
  } else if (path !== WEBHOOK_PATH) {
    reply(response, 404, { error: 'not found' });
  } else if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    reply(response, 405, { error: 'webhooks are posted' });
  } else if (options.isDraining()) {
    reply(response, 503, { error: 'shutting down' });
  } else {
    const event = String(request.headers['x-github-event'] ?? 'none');
    response.once('finish', () => options.onAnswered(event, response.statusCode));
    const answered = await options.takeWebhook(request);
    if (answered === undefined) response.destroy();
    else reply(response, answered.status, answered.content);
  }
}

/** Answers, and closes the connection of a request whose body was not read to its end. */
function reply(response: ServerResponse, status: number, content: Readonly<Record<string, unknown>>): void {
  const text = JSON.stringify(content);
  const isRead = response.req.complete || !hasBody(response.req);
  if (!isRead) response.setHeader('connection', 'close');
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  if (isRead) response.end(text);
  else {
    response.write(text);
    endWithRequest(response);
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Reads on for a moment, keeping nothing: many a client listens only when it has sent all, and a reset loses the answer. */
function endWithRequest(response: ServerResponse): void {
  const end = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, LINGER_MILLISECONDS);
  response.req.once('end', end).once('close', end).resume();
}
