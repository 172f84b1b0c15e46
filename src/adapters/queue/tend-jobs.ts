import type { MergeJobs } from '../../ports/job.ts';
import type { Database } from '../store/database.ts';
import { FAILED_QUEUE, putJobBack, QUEUE } from './job-queue.ts';
import { keptJobSchema } from './job-schema.ts';
import type { ListedJob } from './list-jobs.ts';

/** Puts jobs that were given up into their lanes again; returns how many could be read. */
export async function retryJobs(database: Database, jobs: readonly ListedJob[], merge: MergeJobs): Promise<number> {
  const { boss } = database;
  let count = 0;
  for (const { id, lane } of jobs) {
    const [found] = await boss.findJobs(FAILED_QUEUE, { id });
    const kept = keptJobSchema.safeParse(found?.data).data;
    if (kept === undefined) continue;
    await database.transaction(async (db) => {
      await putJobBack({ boss, db, merge }, { lane, kept: { ...kept, attempt: 0, troubles: 0 } });
      await boss.deleteJob(FAILED_QUEUE, id, { db });
    });
    count += 1;
  }
  return count;
}

/** Forgets jobs, whether they wait or were given up; one that runs goes on. */
export async function dropJobs({ boss }: Database, jobs: readonly ListedJob[]): Promise<number> {
  const kept = jobs.filter(({ state }) => state !== 'running');
  for (const { id, state } of kept) await boss.deleteJob(state === 'failed' ? FAILED_QUEUE : QUEUE, id);
  return kept.length;
}
