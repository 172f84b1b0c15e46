import { Worker } from 'node:worker_threads';
import { getWorkerUrl } from '../worker-url.ts';

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
    worker ??= new Worker(getWorkerUrl(import.meta.url, 'language-worker'));
    worker.ref();
    const answer = await nextAnswer(worker, text);
    if (answer === 'none') {
      await close();
      return undefined;
    }
    worker.unref();
    idle = setTimeout(() => void close(), IDLE_MILLISECONDS).unref();
    return answer.language;
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

async function nextAnswer(worker: Worker, text: string): Promise<'none' | { readonly language: string | undefined }> {
  const listening = new AbortController();
  const answer = new Promise<'none' | { readonly language: string | undefined }>((resolve) => {
    const timer = setTimeout(() => resolve('none'), DEADLINE_MILLISECONDS);
    const take = (language: unknown): void =>
      resolve({ language: typeof language === 'string' && language !== '' ? language : undefined });
    const fail = (): void => resolve('none');
    worker.on('message', take).on('error', fail).on('exit', fail);
    listening.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      worker.off('message', take).off('error', fail).off('exit', fail);
    });
    worker.postMessage(text);
  });
  return answer.finally(() => listening.abort());
}
