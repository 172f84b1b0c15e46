import type { Worker } from 'node:worker_threads';
import { nextReply, type WorkerEnd } from '../worker/next-reply.ts';
import { startWorker } from '../worker/start-worker.ts';
import type { ParserReply, ParserRequest } from './protocol.ts';

/** A warm worker that answers one request at a time; one that is too slow is ended and replaced by the next request. */
export interface DeadlineWorker {
  /** The reply, or why there is none. Rejects where the worker's own code fails: a bug. */
  readonly ask: (request: ParserRequest) => Promise<WorkerEnd<ParserReply>>;
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
  readonly ready: Promise<WorkerEnd<ParserReply>>;
}

const START_MILLISECONDS = 30_000;

const YOUNG_MEGABYTES = 8;

/** Prepares a worker; it starts with the first request and does not keep the process alive while it waits. */
export function createDeadlineWorker(options: DeadlineWorkerOptions): DeadlineWorker {
  let running: Running | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let resting: NodeJS.Timeout | undefined;

  const forget = (worker: Worker): void => {
    if (running?.worker === worker) running = undefined;
  };
  const stop = async (): Promise<void> => {
    clearTimeout(resting);
    resting = undefined;
    const worker = running?.worker;
    running = undefined;
    await worker?.terminate();
  };
  const askNow = async (request: ParserRequest): Promise<WorkerEnd<ParserReply>> => {
    running ??= start(options, forget);
    const { worker, ready } = running;
    worker.ref();
    try {
      if ((await ready).kind === 'failed') throw new Error('The parser did not start.');
      worker.postMessage(request);
      const end = await nextReply<ParserReply>(worker, options.deadlineMilliseconds);
      if (end.kind === 'failed') await stop();
      else worker.unref();
      return end;
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
  const ask = (request: ParserRequest): Promise<WorkerEnd<ParserReply>> => {
    resting?.refresh();
    const reply = last.then(() => askNow(request));
    last = reply.catch(() => undefined);
    return reply;
  };
  return { ask, rest, close: stop };
}

/** @param onExit called when the worker has ended, for whatever reason */
function start({ url, memoryMegabytes }: DeadlineWorkerOptions, onExit: (worker: Worker) => void): Running {
  const worker = startWorker(url, { memoryMegabytes, youngMegabytes: YOUNG_MEGABYTES });
  worker.once('exit', () => onExit(worker));
  return { worker, ready: nextReply(worker, START_MILLISECONDS) };
}
