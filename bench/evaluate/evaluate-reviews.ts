import { readPulls } from './read-pulls.ts';
import { reviewPulls, type Selection, selectPulls, type Visitor } from './review-pulls.ts';
import { countCrash, countPull, createTally, type Tally } from './tally.ts';
import { withHistory } from './with-history.ts';

/**
 * Reviews the first push of every pull request in a data folder and counts. A review that throws is counted, too; a
 * folder without the data rejects.
 */
export async function evaluateReviews(
  data: string,
  selection: Selection,
  progress: Visitor['progress'],
): Promise<Tally> {
  const pulls = selectPulls(await readPulls(data), selection);
  const tally = createTally();
  await withHistory(data, async (repository) =>
    reviewPulls(repository, pulls, {
      reviewed: (pull, report) => countPull(tally, pull, report),
      crashed: (pull, error) => countCrash(tally, pull, error),
      progress,
    }),
  );
  return tally;
}
