import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../src/ports.ts';

/** A clock that goes so many times as fast as the real one since an instant: hours of limits pass in a minute. */
export function createFastClock(epoch: number, speed: number): Clock {
  return {
    now: () => new Date(epoch + (Date.now() - epoch) * speed),
    sleep: async (milliseconds) => {
      await wait(milliseconds / speed, undefined, { ref: false });
    },
    within: (work, milliseconds) => Promise.race([work, wait(milliseconds / speed, undefined, { ref: false })]),
  };
}
