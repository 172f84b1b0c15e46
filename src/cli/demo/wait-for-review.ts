import type { PullState } from '../../sandbox/state.ts';
import { waitFor } from './wait-for.ts';

/**
 * Resolves with the pull request once the bot has checked the head that is there now: the check is the last thing it
 * says. Rejects with a `DemoTrouble` when that takes longer than a minute and a half.
 */
export async function waitForReview(
  readPull: () => Promise<PullState | undefined>,
  number: number,
): Promise<PullState> {
  const readReviewed = async (): Promise<PullState | undefined> => {
    const pull = await readPull();
    return pull?.checks.some((check) => check.status === 'completed') === true ? pull : undefined;
  };
  return waitFor(readReviewed, `The bot has not reviewed #${number}`);
}
