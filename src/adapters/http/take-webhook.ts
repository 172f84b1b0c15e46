import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { z } from 'zod';
import { parseJson } from '../../shared/parse-json.ts';
import { createBodyBuffer } from './body-buffer.ts';
import { createBodyBudget } from './body-budget.ts';
import { type NoBody, readBody } from './read-body.ts';
import { isNestedDeeper } from './is-nested-deeper.ts';

/** A webhook that GitHub signed, of an event that somebody listens to. */
export interface Delivery {
  readonly id: string;
  readonly name: string;
  readonly payload: object;
}

export interface WebhookBounds {
  /** GitHub sends at most 25 MiB. */
  readonly maxBodyBytes: number;
  /** For the bodies of all requests together, what each has for free left out. */
  readonly maxHeldBytes: number;
  /** From the head of a request until the end of its body. */
  readonly bodyMilliseconds: number;
  /** From the end of the body until the answer. GitHub waits ten seconds, and then believes that nothing came of it. */
  readonly answerMilliseconds: number;
}

export interface TakingOptions extends WebhookBounds {
  readonly webhookSecret: string;
  /** Whether anybody listens to events of this name. */
  readonly isUsed: (event: string) => boolean;
  /** Rejects where the work that the webhook asks for could not be taken; an error may carry the `status` to answer with. */
  readonly receive: (delivery: Delivery) => Promise<void>;
  readonly onRefused: (fields: Readonly<Record<string, unknown>>, message: string) => void;
}

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Takes a webhook; undefined where the sender is gone before its end. */
export type TakeWebhook = (request: IncomingMessage) => Promise<Answer | undefined>;

interface Heading {
  readonly id: string;
  readonly event: string;
  readonly signature: string;
}

const OK = answer(200, { status: 'ok' });

/**
 * Takes webhooks as they stream in: the signature is reckoned piece by piece, over the bytes as they came, and of the body nothing is
 * kept but the bytes of an event that is used. Nothing is read or parsed before the signature is known to be GitHub's.
 */
export function createWebhookTaker(options: TakingOptions): TakeWebhook {
  const budget = createBodyBudget(options.maxHeldBytes);
  return async (request) => {
    const heading = readHeading(request.headers);
    if ('status' in heading) return heading;
    const share = budget.open();
    try {
      return await takeBody(request, heading, share.take, options);
    } finally {
      share.giveBack();
    }
  };
}

/** GitHub's own have not twenty. */
const MAX_LEVELS = 200;

async function takeBody(
  request: IncomingMessage,
  { id, event, signature }: Heading,
  take: (bytes: number) => boolean,
  options: TakingOptions,
): Promise<Answer | undefined> {
  const isUsed = options.isUsed(event);
  const hmac = createHmac('sha256', options.webhookSecret);
  const body = createBodyBuffer(Number(request.headers['content-length'] ?? 0), take);
  const bounds = { maxBytes: options.maxBodyBytes, milliseconds: options.bodyMilliseconds };
  const missing = await readBody(request, bounds, (piece) => {
    hmac.update(piece);
    return !isUsed || body.add(piece);
  });
  if (missing !== undefined) return refuse(missing, bounds.maxBytes);
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(`sha256=${hmac.digest('hex')}`))) {
    options.onRefused({ delivery: id }, 'Refused a webhook: its signature does not match the secret');
    return answer(400, { error: 'the signature does not match' });
  }
  if (!isUsed) return OK;
  const text = new TextDecoder().decode(body.read());
  if (isNestedDeeper(text, MAX_LEVELS)) return answer(400, { error: 'the body is nested too deep' });
  const payload = parseJson(text);
  if (typeof payload !== 'object' || payload === null)
    return answer(400, { error: 'the body is not an object of JSON' });
  return handOn({ id, name: event, payload }, options);
}

/** What is taken after the answer all the same is known by its id when it is asked for again. */
function handOn(delivery: Delivery, { receive, answerMilliseconds }: TakingOptions): Promise<Answer> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(answer(503, { error: 'it took too long' })), answerMilliseconds);
    void receive(delivery)
      .then(() => OK, describeFailure)
      .then(resolve)
      .finally(() => clearTimeout(late));
  });
}

const failureSchema = z.object({ errors: z.array(z.object({ status: z.number() })).min(1) });

/** Probot gathers what handlers threw. */
function describeFailure(error: unknown): Answer {
  const status = failureSchema.safeParse(error).data?.errors[0]?.status ?? 500;
  return answer(status, { error: status === 503 ? 'nothing can be taken now' : 'internal error' });
}

/** The headers; or, where they lack something, the answer: a body that comes without the form of a signature is not read. */
function readHeading(headers: IncomingHttpHeaders): Heading | Answer {
  if (!/^\s*application\/json\s*(?:;|$)/.test(headers['content-type'] ?? '')) {
    return answer(415, { error: 'webhooks are application/json' });
  }
  const { 'x-github-event': event, 'x-github-delivery': id, 'x-hub-signature-256': signature } = headers;
  if (typeof signature !== 'string') return answer(400, { error: 'no signature' });
  if (!/^sha256=[0-9a-f]{64}$/.test(signature)) return answer(400, { error: 'not a signature' });
  if (typeof event !== 'string' || typeof id !== 'string') return answer(400, { error: 'no event, or no delivery id' });
  return { event, id, signature };
}

function refuse(why: NoBody, maxBytes: number): Answer | undefined {
  switch (why) {
    case 'broken':
      return undefined;
    case 'busy':
      return answer(503, { error: 'too many large bodies at once' });
    case 'late':
      return answer(408, { error: 'the body took too long' });
    case 'too-large':
      return answer(413, { error: `at most ${maxBytes} bytes` });
  }
}

function answer(status: number, content: Answer['content']): Answer {
  return { status, content };
}
