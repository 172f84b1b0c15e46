import type { Worker } from 'node:worker_threads';
import { nextReply, type WorkerEnd } from './next-reply.ts';
import { startWorker } from './start-worker.ts';

export interface TrainingOptions {
  /** How long one training may take, with loading the worker's code. */
  readonly deadlineMilliseconds: number;
  /** The worker's code: it gets one message, the request, and answers with one. */
  readonly workerUrl: URL;
  /** How much the worker may remember, apart from the large arrays of numbers. */
  readonly memoryMegabytes: number;
}

/** Trainings one after the other, each in a worker of its own, so that no memory is kept in between. */
export interface TrainingTurns<Request, Reply> {
  /** Rejects where the worker's own code fails: a bug; and once it is closed. */
  readonly run: (request: Request) => Promise<WorkerEnd<Reply>>;
  /** Ends what is under way; that training rejects. */
  readonly close: () => Promise<void>;
}

const YOUNG_MEGABYTES = 4;

/** Turns for trainings of one kind. Starts no worker before the first request. */
export function createTrainingTurns<Request, Reply>(options: TrainingOptions): TrainingTurns<Request, Reply> {
  let running: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const runNow = async (request: Request): Promise<WorkerEnd<Reply>> => {
    if (isClosed) throw new Error('The trainer is closed.');
    const worker = startWorker(options.workerUrl, {
      memoryMegabytes: options.memoryMegabytes,
      youngMegabytes: YOUNG_MEGABYTES,
    });
    // It waits there until the worker's code is loaded.
    worker.postMessage(request);
    running = worker;
    try {
      return await nextReply<Reply>(worker, options.deadlineMilliseconds);
    } finally {
      running = undefined;
      await worker.terminate();
    }
  };
  return {
    run: (request) => {
      const training = last.then(() => runNow(request));
      last = training.catch(() => undefined);
      return training;
    },
    close: async () => {
      isClosed = true;
      await running?.terminate();
      await last;
    },
  };
}
