import type { Worker } from 'node:worker_threads';

/** What came of a request to a worker. */
export type WorkerEnd<Reply> =
  { readonly kind: 'answered'; readonly reply: Reply } | { readonly kind: 'failed'; readonly reason: WorkerFailure };

/** Why a worker gave no answer: it was too slow, or took more memory than it may. */
export type WorkerFailure = 'deadline' | 'memory';

/**
 * The next message of a worker, or why there is none within so many milliseconds. Rejects where the worker's own code fails or
 * ends: a bug. What the worker does afterwards is left to whoever started it.
 */
export function nextReply<Reply>(worker: Worker, milliseconds: number): Promise<WorkerEnd<Reply>> {
  const listening = new AbortController();
  const end = new Promise<WorkerEnd<Reply>>((resolve, reject) => {
    const fail = (reason: WorkerFailure): void => resolve({ kind: 'failed', reason });
    const timer = setTimeout(() => fail('deadline'), milliseconds);
    const listeners = {
      message: (reply: Reply) => resolve({ kind: 'answered', reply }),
      error: (error: Error) => (isOutOfMemory(error) ? fail('memory') : reject(error)),
      exit: () => reject(new Error('The worker ended before it answered.')),
    };
    for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener);
    listening.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener);
    });
  });
  return end.finally(() => listening.abort());
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
