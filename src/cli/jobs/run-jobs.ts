import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createPino, toLog } from '../../adapters/log.ts';
import { prepareQueues } from '../../adapters/queue/job-queue.ts';
import { listJobs, type ListedJob } from '../../adapters/queue/list-jobs.ts';
import { dropJobs, retryJobs } from '../../adapters/queue/tend-jobs.ts';
import type { Database } from '../../adapters/store/database.ts';
import { openDatabase } from '../../adapters/store/open-database.ts';
import { StoreProblem } from '../../adapters/store/store-problem.ts';
import { databaseUrlSchema } from '../../config/database-url.ts';
import { mergeJobs } from '../../handlers/merge-jobs.ts';
import { countOf } from '../../wording/count-of.ts';
import { toTerminalText } from '../terminal-text.ts';

/** What is asked of the queue. */
export type JobsOrder =
  { readonly kind: 'list' } | { readonly kind: 'retry' | 'drop'; readonly ids: readonly string[] };

/** Where lines of standard output and of standard error go. */
export interface Voice {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/**
 * Does what is asked of the queue.
 * @param url DATABASE_URL, '' where it is not set
 * @returns the exit code: 0, or 2 where it cannot be done, about which one line was complained
 */
export async function runJobs(order: JobsOrder, url: string, voice: Voice): Promise<number> {
  const complain = (line: string) => {
    voice.complain(`copydesk jobs: ${toTerminalText(line)}`);
  };
  const trouble = findUrlTrouble(url);
  if (trouble !== undefined) {
    complain(trouble);
    return 2;
  }
  try {
    const log = toLog(createPino({ level: 'silent', secrets: [] }));
    const database = await openDatabase({ url, log, patienceMilliseconds: 0 });
    try {
      await prepareQueues(database.boss);
      return await obey(order, database, { ...voice, complain });
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof StoreProblem)) throw error;
    complain(error.message);
    return 2;
  }
}

/** Opening would make the folder, and an empty queue in it would look like good news. */
function findUrlTrouble(url: string): string | undefined {
  if (url === '') return 'DATABASE_URL is not set: only a server with a database keeps jobs (see docs/operating.md)';
  const { error } = databaseUrlSchema.safeParse(url);
  if (error !== undefined) return `DATABASE_URL ${error.issues.map(({ message }) => message).join(', and ')}`;
  const [, folder] = /^pglite:(.+)/.exec(url) ?? [];
  const isThere = folder === undefined || existsSync(join(folder, 'data'));
  return isThere ? undefined : `there is no database of Copydesk in ${folder}, which DATABASE_URL names`;
}

async function obey(order: JobsOrder, database: Database, { say, complain }: Voice): Promise<number> {
  const jobs = await listJobs(database);
  if (order.kind === 'list') {
    for (const job of jobs) say(toTerminalText(renderJob(job)));
    say(`${countOf(jobs.length, 'job')}, ${jobs.filter(({ state }) => state === 'failed').length} of them given up`);
    return 0;
  }
  const isAll = order.ids.includes('failed');
  const unknown = order.ids.filter((id) => id !== 'failed' && !jobs.some((job) => job.id === id));
  if (unknown.length > 0) {
    complain(`no such job: ${unknown.join(', ')} (copydesk jobs list shows what there is)`);
    return 2;
  }
  const chosen = jobs.filter(({ id, state }) => order.ids.includes(id) || (isAll && state === 'failed'));
  const isRetry = order.kind === 'retry';
  const failed = chosen.filter(({ state }) => state === 'failed');
  const count = isRetry ? await retryJobs(database, failed, mergeJobs) : await dropJobs(database, chosen);
  say(`${countOf(count, 'job')} ${isRetry ? 'put into the queue again' : 'dropped'}`);
  return 0;
}

/** One line: id, state, when it was asked for, what, where, why not. */
function renderJob({ id, state, since, kind, lane, delivery, reason }: ListedJob): string {
  const why = reason === undefined ? '' : `  ${reason.replaceAll(/\s+/g, ' ')}`;
  return `${id}  ${state.padEnd(7)}  ${since.toISOString()}  ${kind}  ${lane}  ${delivery}${why}`;
}
