import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type ApplicationFunction, createProbot, type Probot } from 'probot';
import { z } from 'zod';
import type { Delivery } from './take-webhook.ts';

export interface ReceiverOptions {
  readonly appId: number;
  readonly privateKey: string;
  readonly apiUrl: string;
  readonly logger: Logger;
}

/** Probot's types know the payload of each event; the app reads payloads by schemas of its own. */
const eventSchema = z.custom<Parameters<Probot['webhooks']['receive']>[0]>();

/**
 * Probot as a receiver of webhooks that are signed and parsed already: calls the app's handlers, and rejects with what they threw. Probot
 * reads neither environment nor files here; its own server is not used (it keeps any body whole), nor its octokit (it repeats writes).
 */
export async function createReceiver(
  app: ApplicationFunction,
  { appId, privateKey, apiUrl, logger }: ReceiverOptions,
): Promise<(delivery: Delivery) => Promise<void>> {
  // Nothing is verified by this secret, but without one Probot would take a word that everybody knows.
  const overrides = { appId, privateKey, secret: randomUUID(), baseUrl: apiUrl, log: logger };
  const probot = createProbot({ env: {}, overrides });
  await probot.load(app);
  // Not by `probot.receive`, which writes payloads into the log.
  return (delivery) => probot.webhooks.receive(eventSchema.parse(delivery));
}
