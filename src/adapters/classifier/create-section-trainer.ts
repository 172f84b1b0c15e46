import { Worker } from 'node:worker_threads';
import type { PublishedLink } from '../../archive/published-link.ts';
import type { SectionTrainer, Training } from '../../ports/section-trainer.ts';
import type { TrainingReply, TrainingRequest } from './protocol.ts';

export interface TrainerOptions {
  /** How long one training may take, with loading the worker's code. */
  readonly deadlineMilliseconds: number;
  /** The worker's code; by default the real one, beside this file. */
  readonly workerUrl?: URL;
  /** How much the worker may remember, apart from the large arrays of numbers. */
  readonly memoryMegabytes?: number;
}

/** Twice what the archive of 13 years takes. */
const MEMORY_MEGABYTES = 192;

/** By default a thread keeps up to 48 MB of short-lived objects before it looks which of them are still needed. */
const MAX_YOUNG_GENERATION_SIZE_MB = 8;

/** A trainer whose worker starts for each training and ends with it, so that it keeps no memory in between. */
export function createSectionTrainer(options: TrainerOptions): SectionTrainer {
  let running: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const trainNow = async (links: readonly PublishedLink[]): Promise<Training> => {
    if (isClosed) throw new Error('The trainer is closed.');
    const worker = start(options, { links });
    running = worker;
    try {
      return await nextTraining(worker, options.deadlineMilliseconds);
    } finally {
      running = undefined;
      await worker.terminate();
    }
  };
  return {
    trainSections: (links) => {
      const training = last.then(() => trainNow(links));
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

function start({ workerUrl, memoryMegabytes }: TrainerOptions, request: TrainingRequest): Worker {
  const resourceLimits = {
    maxOldGenerationSizeMb: memoryMegabytes ?? MEMORY_MEGABYTES,
    maxYoungGenerationSizeMb: MAX_YOUNG_GENERATION_SIZE_MB,
  };
  const worker = new Worker(workerUrl ?? getWorkerUrl(), { resourceLimits });
  // It waits there until the worker's code is loaded.
  worker.postMessage(request);
  return worker;
}

function nextTraining(worker: Worker, milliseconds: number): Promise<Training> {
  return new Promise<Training>((resolve, reject) => {
    const timer = setTimeout(() => resolve({ kind: 'failed', reason: 'deadline' }), milliseconds);
    worker.on('message', ({ model }: TrainingReply) =>
      resolve(model === undefined ? { kind: 'too-little' } : { kind: 'trained', model }),
    );
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

/** Sources run as they are in development, compiled files in production. */
function getWorkerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
}
