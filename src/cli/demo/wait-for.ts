import { setTimeout as sleep } from 'node:timers/promises';
import { DemoTrouble } from './demo-trouble.ts';

const PAUSE_MILLISECONDS = 100;
/** Longer than the minute that the bot may have to wait where it nears GitHub's limit on comments. */
const PATIENCE_MILLISECONDS = 90_000;

/**
 * Looks again and again until there is something, and resolves with it. Rejects with a `DemoTrouble` when that takes
 * longer than a minute and a half.
 * @param missing what has not happened by then: “The bot has not … ”
 */
export async function waitFor<Value>(look: () => Promise<Value | undefined>, missing: string): Promise<Value> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new DemoTrouble(`${missing} within a minute and a half.`, 1);
    await sleep(PAUSE_MILLISECONDS);
  }
}
