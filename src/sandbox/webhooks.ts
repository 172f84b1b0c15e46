import { createHmac, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from './faults.ts';
import type { App } from './records/app.ts';
import type { Attempt, Delivery } from './records/log.ts';

/** GitHub gives up on an answer after this. */
const DEADLINE = 10_000;

export interface Webhooks {
  /** Decides on a delivery and sends it, unless a fault strikes. */
  readonly deliver: (event: string, payload: Readonly<Record<string, unknown>>) => Delivery;
  /** Sends one again, with the same id. */
  readonly repeat: (delivery: Delivery) => void;
  /** Resolves when every delivery has been answered, has failed, or was lost. */
  readonly settled: () => Promise<void>;
}

/** Where the tries are written down, and what numbers and times them. */
export interface AttemptLog {
  readonly attempts: Attempt[];
  readonly nextId: () => number;
  readonly now: () => Date;
}

/** Sends signed webhooks to an app, each on its way at once: GitHub keeps no order either. */
export function createWebhooks(app: App, faults: Faults, deliveries: Delivery[], log: AttemptLog): Webhooks {
  const underWay = new Set<Promise<void>>();
  let held: Delivery | undefined;

  function start(delivery: Delivery, { delay = 0, isRedelivery = false } = {}) {
    const work = sendLater(app, delivery, delay)
      .then((status) => {
        if (status !== 'not sent') write(log, delivery, { status, isRedelivery });
      })
      .finally(() => underWay.delete(work));
    underWay.add(work);
  }

  function release() {
    const late = held;
    held = undefined;
    if (late !== undefined) start(late);
  }

  function deliver(event: string, payload: Readonly<Record<string, unknown>>): Delivery {
    const action = typeof payload['action'] === 'string' ? payload['action'] : undefined;
    const delivery: Delivery = { id: randomUUID(), event, action, payload, status: undefined, outcome: 'waiting' };
    deliveries.push(delivery);
    const fault = faults.takeWebhookFault(event);
    if (fault?.kind === 'lose') {
      delivery.outcome = 'lost';
    } else if (fault?.kind === 'reorder' && held === undefined) {
      held = delivery;
      return delivery;
    } else {
      start(delivery, { delay: fault?.kind === 'delay' ? fault.milliseconds : 0 });
      if (fault?.kind === 'double') start(delivery);
    }
    release();
    return delivery;
  }

  async function settled() {
    release();
    while (underWay.size > 0) await Promise.all(underWay);
  }

  const repeat = (delivery: Delivery): void => start(delivery, { isRedelivery: true });
  return { deliver, repeat, settled };
}

async function sendLater(app: App, delivery: Delivery, delay: number): Promise<number | undefined | 'not sent'> {
  if (delay > 0) await sleep(delay);
  if (app.webhookUrl === undefined) {
    delivery.outcome = 'not sent';
    return 'not sent';
  }
  delivery.status = await post(app, app.webhookUrl, delivery);
  delivery.outcome = delivery.status === undefined ? 'failed' : 'answered';
  return delivery.status;
}

function write(
  { attempts, nextId, now }: AttemptLog,
  delivery: Delivery,
  told: Pick<Attempt, 'status' | 'isRedelivery'>,
) {
  attempts.push({ id: nextId(), delivery, at: now(), ...told });
}

function post(app: App, url: string, delivery: Delivery): Promise<number | undefined> {
  const body = JSON.stringify(delivery.payload);
  const headers = {
    accept: '*/*',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'GitHub-Hookshot/0000000',
    'x-github-event': delivery.event,
    'x-github-delivery': delivery.id,
    'x-github-hook-id': '1',
    'x-github-hook-installation-target-id': String(app.id),
    'x-github-hook-installation-target-type': 'integration',
    'x-hub-signature': `sha1=${createHmac('sha1', app.webhookSecret).update(body).digest('hex')}`,
    'x-hub-signature-256': `sha256=${createHmac('sha256', app.webhookSecret).update(body).digest('hex')}`,
  };
  return new Promise((resolve) => {
    const sent = request(url, { method: 'POST', headers, agent: false, timeout: DEADLINE }, (answer) => {
      answer.resume();
      answer.on('close', () => {
        resolve(answer.statusCode);
      });
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => {
      resolve(undefined);
    });
    sent.end(body);
  });
}
