import { once } from 'node:events';
import type { ApplicationFunction } from 'probot';
import type { Metrics } from '../metrics.ts';
import type { Backlog, ServerLanes } from '../queue/server-lanes.ts';
import { describeStoreError } from '../store/store-problem.ts';
import { getServerUrl } from '../../shared/server-url.ts';
import { createWebhookServer } from './create-server.ts';
import { createWebhookMiddleware, type WebhookOptions } from './create-webhook-middleware.ts';

export interface StartOptions extends WebhookOptions {
  readonly app: ApplicationFunction;
  readonly lanes: ServerLanes;
  readonly metrics: Metrics;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** GitHub sends at most 25 MiB; a test may want less. */
  readonly maxBodyBytes?: number;
  /** What all bodies that are being read may take together; a test may want less. */
  readonly maxHeldBytes?: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** Takes no more webhooks, and gives the work in hand ten seconds to end. */
  readonly stop: () => Promise<void>;
}

const MAX_BODY_BYTES = 25 * 1024 * 1024;
const MAX_HELD_BYTES = 2 * MAX_BODY_BYTES;
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
  const onWebhook = await createWebhookMiddleware(app, options);
  const maxBodyBytes = options.maxBodyBytes ?? MAX_BODY_BYTES;
  const readBacklog = (): Promise<Backlog | undefined> =>
    lanes.readBacklog().catch((error: unknown) => {
      options.logger.warn({ trouble: describeStoreError(error) }, 'The lanes could not be asked');
      return undefined;
    });
  const server = createWebhookServer({
    onWebhook,
    maxBodyBytes,
    maxHeldBytes: options.maxHeldBytes ?? MAX_HELD_BYTES,
    isDraining: () => isDraining,
    readState: async () => {
      const backlog = await readBacklog();
      return backlog && { status: 'ready', ...backlog };
    },
    renderMetrics: async () => ({
      text: await metrics.render(await readBacklog()),
      contentType: metrics.contentType,
    }),
    onAnswered: metrics.countDelivery,
    onError: (error) => options.logger.error({ err: error }, 'A request failed'),
  });
  server.listen(port, host);
  await once(server, 'listening');
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
