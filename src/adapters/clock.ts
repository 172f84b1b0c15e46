import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../ports.ts';

/** The time of this machine. Sleeping does not keep the process alive. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: async (milliseconds) => {
    await wait(milliseconds, undefined, { ref: false });
  },
};
