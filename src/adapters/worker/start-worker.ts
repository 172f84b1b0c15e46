import { Worker } from 'node:worker_threads';

export interface WorkerMemory {
  /** How much the worker may remember, apart from the large arrays of numbers. */
  readonly memoryMegabytes: number;
  /** How much short-lived memory it may have before it looks what of it is still needed; by Node's default 48. */
  readonly youngMegabytes: number;
}

/** A worker that ends instead of taking more memory than this; by default of Node's own limits. */
export function startWorker(url: URL, memory?: WorkerMemory): Worker {
  const resourceLimits =
    memory === undefined
      ? {}
      : { maxOldGenerationSizeMb: memory.memoryMegabytes, maxYoungGenerationSizeMb: memory.youngMegabytes };
  // What goes wrong while nobody waits for a reply must not end the process; whoever asks next hears that the worker ended.
  return new Worker(url, { resourceLimits }).on('error', () => undefined);
}
