import type { ChangedFile } from '../../newsletter/changed-file.ts';
import { readDrafts } from '../../newsletter/read-drafts.ts';
import { readSubmission } from '../../newsletter/read-submission.ts';
import type { Unreadable } from '../../newsletter/unreadable.ts';
import type { Parser } from '../../ports.ts';
import { createDeadlineWorker, type NoReply } from './deadline-worker.ts';

export interface ParserOptions {
  /** How long one pull request's files may take. */
  readonly deadlineMilliseconds: number;
  /** The worker's code; by default the real one, beside this file. */
  readonly workerUrl?: URL;
}

/** Far more than the caps let a text need. */
const MEMORY_MEGABYTES = 128;

/** A parser in a warm worker: whatever the text, it answers within the deadline; what was too slow is `unreadable`. */
export function createParser({ deadlineMilliseconds, workerUrl }: ParserOptions): Parser {
  const worker = createDeadlineWorker({
    url: workerUrl ?? getWorkerUrl(),
    deadlineMilliseconds,
    memoryMegabytes: MEMORY_MEGABYTES,
  });
  return {
    readSubmission: async (files, outline) => {
      const reply = await worker.ask({ kind: 'submission', files, outline });
      if (typeof reply !== 'string' && reply.kind === 'submission') return reply.read;
      return { submission: { files: [] }, unreadable: files.map((file) => toUnreadable(file, reply)) };
    },
    readDrafts: async (drafts, outline) => {
      const reply = await worker.ask({ kind: 'drafts', drafts, outline });
      return typeof reply !== 'string' && reply.kind === 'drafts' ? reply.drafts : undefined;
    },
    close: () => worker.close(),
  };
}

/** A parser in this process, for texts that are known to end: the caps hold, a deadline does not. */
export function createInProcessParser(): Parser {
  return {
    readSubmission: (files, outline) => Promise.resolve(readSubmission(files, outline)),
    readDrafts: (drafts, outline) => Promise.resolve(readDrafts(drafts, outline)),
    close: () => Promise.resolve(),
  };
}

function toUnreadable({ path }: ChangedFile, reply: NoReply | object): Unreadable {
  return { path, reason: reply === 'memory' ? 'too-large' : 'deadline', line: 1 };
}

/** Sources run as they are in development, compiled files in production. */
function getWorkerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
}
