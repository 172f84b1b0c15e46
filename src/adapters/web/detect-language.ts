import type { Worker } from 'node:worker_threads';
import { nextReply } from '../worker/next-reply.ts';
import { startWorker } from '../worker/start-worker.ts';
import { getWorkerUrl } from '../worker/worker-url.ts';

/** Which language a text is in; undefined where that is not sure. */
export interface LanguageDetector {
  readonly detect: (text: string) => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

/** Loading what it knows of languages takes a second or two. */
const DEADLINE_MILLISECONDS = 10_000;
/** It needs a hundred megabytes, for a question that comes once a week. */
const IDLE_MILLISECONDS = 30_000;

/** A detector in a worker that starts with the first question and ends when there are no more. */
export function createLanguageDetector(): LanguageDetector {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const ask = async (text: string): Promise<string | undefined> => {
    clearTimeout(idle);
    worker ??= startWorker(getWorkerUrl(import.meta.url, 'language-worker'));
    worker.ref();
    worker.postMessage(text);
    const end = await nextReply(worker, DEADLINE_MILLISECONDS).catch(() => undefined);
    if (end?.kind !== 'answered') {
      await close();
      return undefined;
    }
    worker.unref();
    idle = setTimeout(() => void close(), IDLE_MILLISECONDS).unref();
    return typeof end.reply === 'string' && end.reply !== '' ? end.reply : undefined;
  };
  return {
    detect: async (text) => {
      const answer = last.then(async () => ask(text));
      last = answer.catch(() => undefined);
      return answer;
    },
    close,
  };
}
