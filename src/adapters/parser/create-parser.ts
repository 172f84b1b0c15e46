import type { ArchiveSettings, PublishedIssue } from '../../archive/archived-link.ts';
import type { ChangedFile, DraftText } from '../../newsletter/changed-file.ts';
import type { FilledIds } from '../../newsletter/find-filled.ts';
import type { SectionText } from '../../newsletter/section-text.ts';
import type { Unreadable } from '../../newsletter/unreadable.ts';
import type { Parser } from '../../ports.ts';
import type { WorkerEnd } from '../worker/next-reply.ts';
import { getWorkerUrl } from '../worker/worker-url.ts';
import { createDeadlineWorker, type DeadlineWorker } from './deadline-worker.ts';
import type { ParserReply } from './protocol.ts';

export interface ParserOptions {
  /** How long one pull request's files may take. */
  readonly deadlineMilliseconds: number;
  /** The worker's code; by default the real one, beside this file. */
  readonly workerUrl?: URL;
  /** How long after many issues nothing must have been asked until the worker ends, to start again when it is needed. */
  readonly restMilliseconds?: number;
}

/** Longer than GitHub takes for the next texts of an archive that is being read. */
const REST_MILLISECONDS = 500;

/** Far more than the caps let a text need. */
const MEMORY_MEGABYTES = 128;
/** Published issues are read in small heaps, so that a review has to wait for one heap only. */
const HEAP = 8;

/** A parser in a warm worker: whatever the text, it answers within the deadline; what was too slow is `unreadable`. */
export function createParser(options: ParserOptions): Parser {
  const worker = createDeadlineWorker({
    url: options.workerUrl ?? getWorkerUrl(import.meta.url),
    deadlineMilliseconds: options.deadlineMilliseconds,
    restMilliseconds: options.restMilliseconds ?? REST_MILLISECONDS,
    memoryMegabytes: MEMORY_MEGABYTES,
  });
  return {
    readSubmission: async (files, outline) => {
      const end = await worker.ask({ kind: 'submission', files, outline });
      return (
        pick(end, 'submission')?.read ?? {
          submission: { files: [] },
          unreadable: files.map((file) => toUnreadable(file, end)),
        }
      );
    },
    readDrafts: async (drafts, outline) => {
      const end = await worker.ask({ kind: 'drafts', drafts, outline });
      return pick(end, 'drafts')?.drafts;
    },
    readFilledIds: async (drafts, sections, outline) => {
      const ids: (FilledIds | undefined)[] = [];
      for (const draft of drafts) {
        const end = await worker.ask({ kind: 'filled', draft, sections: sections.map(toSectionText), outline });
        ids.push(pick(end, 'filled')?.ids);
      }
      return ids;
    },
    readPublishedIssues: (files, settings) => readHeaps(worker, files, settings),
    close: () => worker.close(),
  };
}

async function readHeaps(
  worker: DeadlineWorker,
  files: readonly DraftText[],
  settings: ArchiveSettings,
): Promise<readonly PublishedIssue[]> {
  const issues: PublishedIssue[] = [];
  for (let start = 0; start < files.length; start += HEAP) {
    const end = await worker.ask({ kind: 'archive', files: files.slice(start, start + HEAP), settings });
    issues.push(...(pick(end, 'archive')?.issues ?? []));
  }
  // After that many its memory has grown far beyond what a review needs.
  if (files.length > HEAP) worker.rest();
  return issues;
}

/** Without what only proposals need: it would be copied to the worker each time. */
function toSectionText({ id, heading, body }: SectionText): SectionText {
  return { id, heading, body };
}

/** The reply, where it answers what was asked. */
function pick<Kind extends ParserReply['kind']>(
  end: WorkerEnd<ParserReply>,
  kind: Kind,
): Extract<ParserReply, { readonly kind: Kind }> | undefined {
  return end.kind === 'answered' && isOfKind(end.reply, kind) ? end.reply : undefined;
}

function isOfKind<Kind extends ParserReply['kind']>(
  reply: ParserReply,
  kind: Kind,
): reply is Extract<ParserReply, { readonly kind: Kind }> {
  return reply.kind === kind;
}

function toUnreadable({ path }: ChangedFile, end: WorkerEnd<ParserReply>): Unreadable {
  const isMemory = end.kind === 'failed' && end.reason === 'memory';
  return { path, reason: isMemory ? 'too-large' : 'deadline', line: 1 };
}
