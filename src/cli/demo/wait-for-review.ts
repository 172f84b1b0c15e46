import { setTimeout as sleep } from 'node:timers/promises';
import type { PullState } from '../../sandbox/state.ts';
import { DemoTrouble } from './demo-trouble.ts';

const PAUSE_MILLISECONDS = 100;
/** Longer than the minute that the bot may have to wait where it nears GitHub's limit on comments. */
const PATIENCE_MILLISECONDS = 90_000;

/**
 * Resolves with the pull request once the bot has checked the head that is there now: the check is the last thing it
 * says. Rejects with a `DemoTrouble` when that takes longer than a minute and a half.
 */
export async function waitForReview(readPull: () => Promise<PullState | undefined>): Promise<PullState> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const pull = await readPull();
    if (pull?.checks.some((check) => check.status === 'completed') === true) return pull;
    if (performance.now() > deadline) {
      const title = pull === undefined ? 'the pull request' : `#${pull.number}`;
      throw new DemoTrouble(`The bot has not reviewed ${title} within a minute and a half.`, 1);
    }
    await sleep(PAUSE_MILLISECONDS);
  }
}
