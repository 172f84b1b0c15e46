import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { type ApplicationFunction, createNodeMiddleware, createProbot } from 'probot';
import { WEBHOOK_PATH } from './create-server.ts';

export interface WebhookOptions {
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly apiUrl: string;
  readonly logger: Logger;
}

/**
 * Probot as a request listener: checks signatures and calls the app's handlers. Probot reads neither environment nor
 * files here, and its own octokit is not used (it repeats writes).
 */
export async function createWebhookMiddleware(
  app: ApplicationFunction,
  { appId, privateKey, webhookSecret, apiUrl, logger }: WebhookOptions,
): Promise<(request: IncomingMessage, response: ServerResponse) => unknown> {
  const probot = createProbot({
    env: {},
    overrides: { appId, privateKey, secret: webhookSecret, baseUrl: apiUrl, log: logger },
  });
  return createNodeMiddleware(app, { probot, webhooksPath: WEBHOOK_PATH });
}
