import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../ports.ts';

/** The time of this machine. Sleeping does not keep the process alive. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: async (milliseconds) => {
    await wait(milliseconds, undefined, { ref: false });
  },
  within: async (work, milliseconds) => {
    const over = new AbortController();
    const time = wait(milliseconds, undefined, { ref: false, signal: over.signal }).catch(() => undefined);
    try {
      return await Promise.race([work, time]);
    } finally {
      over.abort();
    }
  },
};
