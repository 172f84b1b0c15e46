import { Worker } from 'node:worker_threads';

export interface TrainingOptions {
  /** How long one training may take, with loading the worker's code. */
  readonly deadlineMilliseconds: number;
  /** The worker's code: it gets one message, the request, and answers with one. */
  readonly workerUrl: URL;
  /** How much the worker may remember, apart from the large arrays of numbers. */
  readonly memoryMegabytes: number;
}

/** What came of a training. */
export type TrainingEnd<Reply> =
  | { readonly kind: 'answered'; readonly reply: Reply }
  | { readonly kind: 'failed'; readonly reason: 'deadline' | 'memory' };

/** Trainings one after the other, each in a worker of its own, so that no memory is kept in between. */
export interface TrainingTurns<Request, Reply> {
  /** Rejects where the worker's own code fails: a bug; and once it is closed. */
  readonly run: (request: Request) => Promise<TrainingEnd<Reply>>;
  /** Ends what is under way; that training rejects. */
  readonly close: () => Promise<void>;
}

/** By default a thread keeps up to 48 MB of short-lived objects before it looks which of them are still needed. */
const MAX_YOUNG_GENERATION_SIZE_MB = 4;

/** Turns for trainings of one kind. Starts no worker before the first request. */
export function createTrainingTurns<Request, Reply>(options: TrainingOptions): TrainingTurns<Request, Reply> {
  let running: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const runNow = async (request: Request): Promise<TrainingEnd<Reply>> => {
    if (isClosed) throw new Error('The trainer is closed.');
    const worker = start(options);
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

function start({ workerUrl, memoryMegabytes }: TrainingOptions): Worker {
  return new Worker(workerUrl, {
    resourceLimits: {
      maxOldGenerationSizeMb: memoryMegabytes,
      maxYoungGenerationSizeMb: MAX_YOUNG_GENERATION_SIZE_MB,
    },
  });
}

function nextReply<Reply>(worker: Worker, milliseconds: number): Promise<TrainingEnd<Reply>> {
  return new Promise<TrainingEnd<Reply>>((resolve, reject) => {
    const timer = setTimeout(() => resolve({ kind: 'failed', reason: 'deadline' }), milliseconds);
    worker.on('message', (reply: Reply) => resolve({ kind: 'answered', reply }));
    worker.on('error', (error: Error) =>
      isOutOfMemory(error) ? resolve({ kind: 'failed', reason: 'memory' }) : reject(error),
    );
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(new Error('The training ended before it answered.'));
    });
  });
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
