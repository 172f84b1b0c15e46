import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../src/ports.ts';

/** When a clock was started, by the real one, what it showed then, and how many times as fast as that one it goes. */
export interface FastTime {
  readonly started: number;
  readonly showed: number;
  readonly speed: number;
}

/** A clock by which hours of limits pass in a minute, the same for all who know when it was started. */
export function createFastClock({ started, showed, speed }: FastTime): Clock {
  return {
    now: () => new Date(showed + (Date.now() - started) * speed),
    sleep: async (milliseconds) => {
      await wait(milliseconds / speed, undefined, { ref: false });
    },
    within: (work, milliseconds) => Promise.race([work, wait(milliseconds / speed, undefined, { ref: false })]),
  };
}
