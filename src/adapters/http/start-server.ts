import { once } from 'node:events';
import type { ApplicationFunction } from 'probot';
import { getErrorCode } from '../error-code.ts';
import type { Metrics } from '../metrics.ts';
import { type Backlog, isStuck, type ServerLanes } from '../queue/server-lanes.ts';
import { describeStoreError } from '../store/store-problem.ts';
import { getServerUrl } from '../../shared/server-url.ts';
import { createReceiver, type ReceiverOptions } from './create-receiver.ts';
import { createWebhookServer } from './create-server.ts';
import { type Answer, createWebhookTaker, type WebhookBounds } from './take-webhook.ts';

export interface StartOptions extends ReceiverOptions {
  readonly app: ApplicationFunction;
  readonly webhookSecret: string;
  /** Whether the app listens to events of this name: the others are verified, answered and not kept. */
  readonly isUsedEvent: (event: string) => boolean;
  readonly lanes: ServerLanes;
  readonly metrics: Metrics;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** A test may want others. */
  readonly bounds?: Partial<WebhookBounds>;
}

export interface RunningServer {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** Takes no more webhooks, and gives the work in hand ten seconds to end. */
  readonly stop: () => Promise<void>;
}

const MAX_BODY_BYTES = 25 * 1024 * 1024;
const BOUNDS: WebhookBounds = {
  ...{ maxBodyBytes: MAX_BODY_BYTES, maxHeldBytes: 2 * MAX_BODY_BYTES },
  ...{ bodyMilliseconds: 10_000, answerMilliseconds: 9000 },
};
const DRAIN_MILLISECONDS = 10_000;

/** Listens for webhooks. Rejects where the port is taken. */
export async function startServer({
  app,
  lanes,
  metrics,
  host,
  port,
  ...options
}: StartOptions): Promise<RunningServer> {
  let isDraining = false;
  const { logger, webhookSecret, isUsedEvent: isUsed } = options;
  const takeWebhook = createWebhookTaker({
    ...{ ...BOUNDS, ...options.bounds, webhookSecret, isUsed, receive: await createReceiver(app, options) },
    onRefused: (fields, message) => logger.warn(fields, message),
  });
  const readBacklog = (): Promise<Backlog | undefined> =>
    lanes.readBacklog().catch((error: unknown) => {
      logger.warn({ trouble: describeStoreError(error) }, 'The lanes could not be asked');
      return undefined;
    });
  const server = createWebhookServer({
    takeWebhook,
    isDraining: () => isDraining,
    readState: async () => describeState(await readBacklog()),
    renderMetrics: async () => ({
      text: await metrics.render(await readBacklog()),
      contentType: metrics.contentType,
    }),
    onAnswered: metrics.countDelivery,
    onError: (error) => logger.error({ err: error }, 'A request failed'),
  });
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw new Error(explainListening(error, host, port), { cause: error });
  });
  return {
    url: getServerUrl(server),
    stop: async () => {
      isDraining = true;
      server.close();
      server.closeIdleConnections();
      await lanes.drain(DRAIN_MILLISECONDS);
      server.closeAllConnections();
    },
  };
}

function explainListening(error: unknown, host: string, port: number): string {
  const code = getErrorCode(error) ?? String(error);
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} of ${host} is taken: end what listens there, or set PORT to another one`;
    case 'EACCES':
      return `port ${port} is for privileged programs: set PORT to one above 1023`;
    default:
      return `nothing can listen on ${host} (${code}): set HOST to an address of this machine`;
  }
}

/** Ready: work is taken, and done. */
function describeState(backlog: Backlog | undefined): Answer {
  if (backlog === undefined) return { status: 503, content: { status: 'not ready' } };
  const isReady = !isStuck(backlog);
  return { status: isReady ? 200 : 503, content: { status: isReady ? 'ready' : 'stuck', ...backlog } };
}
