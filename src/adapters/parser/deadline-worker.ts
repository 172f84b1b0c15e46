import { Worker } from 'node:worker_threads';
import type { ParserReply, ParserRequest } from './protocol.ts';

/** Why a worker gave no answer: it was too slow, or the text took more memory than a text may. */
export type NoReply = 'deadline' | 'memory';

/** A warm worker that answers one request at a time; one that is too slow is ended and replaced by the next request. */
export interface DeadlineWorker {
  /** The reply, or why there is none. Rejects where the worker's own code fails: a bug. */
  readonly ask: (request: ParserRequest) => Promise<ParserReply | NoReply>;
  /** Ends the worker once nothing has been asked for a while, which gives its memory back; the next request starts it anew. */
  readonly rest: () => void;
  readonly close: () => Promise<void>;
}

export interface DeadlineWorkerOptions {
  readonly url: URL;
  /** How long one request may take; loading the worker's code does not count. */
  readonly deadlineMilliseconds: number;
  readonly memoryMegabytes: number;
  /** How long nothing must have been asked until a worker that is to rest ends. */
  readonly restMilliseconds: number;
}

interface Running {
  readonly worker: Worker;
  readonly ready: Promise<ParserReply | NoReply>;
}

const START_MILLISECONDS = 30_000;

/** By default a thread keeps up to 48 MB of short-lived objects before it looks which of them are still needed. */
const MAX_YOUNG_GENERATION_SIZE_MB = 8;

/** Prepares a worker; it starts with the first request and does not keep the process alive while it waits. */
export function createDeadlineWorker(options: DeadlineWorkerOptions): DeadlineWorker {
  let running: Running | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let resting: NodeJS.Timeout | undefined;

  const stop = async (): Promise<void> => {
    clearTimeout(resting);
    resting = undefined;
    const worker = running?.worker;
    running = undefined;
    await worker?.terminate();
  };
  const askNow = async (request: ParserRequest): Promise<ParserReply | NoReply> => {
    running ??= start(options);
    const { worker, ready } = running;
    worker.ref();
    try {
      if (typeof (await ready) === 'string') throw new Error('The parser did not start.');
      worker.postMessage(request);
      const reply = await nextReply(worker, options.deadlineMilliseconds);
      if (typeof reply === 'string') await stop();
      else worker.unref();
      return reply;
    } catch (error) {
      await stop();
      throw error;
    }
  };
  const rest = (): void => {
    resting ??= setTimeout(() => {
      last = last.then(stop);
    }, options.restMilliseconds).unref();
  };
  const ask = (request: ParserRequest): Promise<ParserReply | NoReply> => {
    resting?.refresh();
    const reply = last.then(() => askNow(request));
    last = reply.catch(() => undefined);
    return reply;
  };
  return { ask, rest, close: stop };
}

function start({ url, memoryMegabytes }: DeadlineWorkerOptions): Running {
  const resourceLimits = {
    maxOldGenerationSizeMb: memoryMegabytes,
    maxYoungGenerationSizeMb: MAX_YOUNG_GENERATION_SIZE_MB,
  };
  const worker = new Worker(url, { resourceLimits });
  return { worker, ready: nextReply(worker, START_MILLISECONDS) };
}

function nextReply(worker: Worker, milliseconds: number): Promise<ParserReply | NoReply> {
  const listening = new AbortController();
  const reply = new Promise<ParserReply | NoReply>((resolve, reject) => {
    const timer = setTimeout(() => resolve('deadline'), milliseconds);
    const listeners = {
      message: resolve,
      error: (error: Error) => (isOutOfMemory(error) ? resolve('memory') : reject(error)),
      exit: () => reject(new Error('The parser ended before it answered.')),
    };
    for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener);
    listening.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener);
    });
  });
  return reply.finally(() => listening.abort());
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
