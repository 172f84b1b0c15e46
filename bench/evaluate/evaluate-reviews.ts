import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneBundle } from '../../src/adapters/git/clone-bundle.ts';
import { describeGitTrouble } from '../../src/adapters/git/git-trouble.ts';
import { openRepository } from '../../src/adapters/git/open-repository.ts';
import { createInProcessParser } from '../../src/adapters/parser/create-parser.ts';
import { createDesk, type Desk } from '../../src/cli/check/check-commits.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { readPulls, type Pull } from './read-pulls.ts';
import { reviewPull } from './review-pull.ts';
import { countCrash, countPull, createTally, type Tally } from './tally.ts';

/** Which pull requests to look at; days as YYYY-MM-DD, `until` exclusive. */
export interface Selection {
  readonly since: string;
  readonly until: string;
}

/**
 * Reviews the first push of every pull request in a data folder and counts. A review that throws is counted, too; a
 * folder without the data rejects.
 * @param progress called after each pull request with how many of how many are done
 */
export async function evaluateReviews(
  data: string,
  selection: Selection,
  progress: (done: number, all: number) => void,
): Promise<Tally> {
  const everything = await readPulls(data);
  const pulls = everything.filter((pull) => pull.opened_at >= selection.since && pull.opened_at < selection.until);
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-evaluate-'));
  try {
    return await withDesk(join(data, 'newsletter.bundle'), join(folder, 'newsletter.git'), async (desk) =>
      reviewAll(desk, pulls, progress),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withDesk(bundle: string, folder: string, use: (desk: Desk) => Promise<Tally>): Promise<Tally> {
  const clone = await cloneBundle(bundle, folder, process.env);
  const repository = clone.ok ? await openRepository(clone.value, process.env) : clone;
  if (!repository.ok) throw new Error(describeGitTrouble(repository.trouble));
  // In this process: the data is known to end, and a worker's messages would cost more than the reading.
  const parser = createInProcessParser();
  try {
    return await use(createDesk({ repository: repository.value, parser, config: defaultConfig }));
  } finally {
    await repository.value.close();
  }
}

async function reviewAll(
  desk: Desk,
  pulls: readonly Pull[],
  progress: (done: number, all: number) => void,
): Promise<Tally> {
  const tally = createTally();
  for (const [index, pull] of pulls.entries()) {
    try {
      countPull(tally, pull, await reviewPull(desk, pull));
    } catch (error) {
      countCrash(tally, pull, error);
    }
    progress(index + 1, pulls.length);
  }
  return tally;
}
