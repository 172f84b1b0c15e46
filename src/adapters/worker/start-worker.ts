import { Worker } from 'node:worker_threads';

export interface WorkerMemory {
  /** How much the worker may remember, apart from the large arrays of numbers. */
  readonly memoryMegabytes: number;
  /** How much short-lived memory it may fill before it looks for what is still needed; Node's default is 48. */
  readonly youngMegabytes: number;
}

/** A worker that ends rather than take more memory than this; without it Node's own limits hold. */
export function startWorker(url: URL, memory?: WorkerMemory): Worker {
  const resourceLimits =
    memory === undefined
      ? {}
      : { maxOldGenerationSizeMb: memory.memoryMegabytes, maxYoungGenerationSizeMb: memory.youngMegabytes };
  // What goes wrong while nobody waits for a reply must not end the process; whoever asks next hears that the worker ended.
  return new Worker(url, { resourceLimits }).on('error', () => undefined);
}
