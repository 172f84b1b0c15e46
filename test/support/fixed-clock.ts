import type { Clock } from '../../src/ports.ts';

export interface FixedClock extends Clock {
  /** Every sleep so far, in milliseconds. */
  readonly naps: readonly number[];
}

/**
 * A clock that stands still; who sleeps on it wakes at once, and finds it moved on. Time does not pass while work is done,
 * so all of it is done in time; with `isHurried` none is that is not done already.
 */
export function createFixedClock(start = '2026-03-02T09:00:00Z', isHurried: () => boolean = () => false): FixedClock {
  let now = new Date(start).getTime();
  const naps: number[] = [];
  return {
    naps,
    now: () => new Date(now),
    sleep: (milliseconds) => {
      naps.push(milliseconds);
      now += milliseconds;
      return new Promise((resolve) => setImmediate(resolve));
    },
    within: (work) =>
      isHurried()
        ? Promise.race([work, new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined)))])
        : work,
  };
}
