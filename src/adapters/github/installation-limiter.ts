import type { Clock } from '../../ports.ts';
import { ApiTrouble } from './api-trouble.ts';

/** A little below what GitHub allows one installation to create. */
const SPANS = [
  { milliseconds: 60_000, writes: 70 },
  { milliseconds: 3_600_000, writes: 450 },
];

/**
 * Keeps one installation within GitHub's limits on creating content, and quiet while GitHub asks for it. It never
 * delays: what does not fit now rejects as `limited`, so that the job gives up its place and comes back.
 */
export class InstallationLimiter {
  readonly #clock: Clock;
  /** Times of the last writes, oldest first. */
  #writes: number[] = [];
  #quietUntil = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Call before each request. */
  admit(isWrite: boolean): void {
    const now = this.#clock.now().getTime();
    this.#refuseUntil(this.#quietUntil, now);
    if (!isWrite) return;
    this.#writes = this.#writes.filter((time) => time > now - 3_600_000);
    for (const { milliseconds, writes } of SPANS) {
      const oldest = this.#writes.at(-writes);
      if (oldest !== undefined) this.#refuseUntil(oldest + milliseconds, now);
    }
    this.#writes.push(now);
  }

  /** GitHub asked for silence. */
  pause(milliseconds: number): void {
    this.#quietUntil = Math.max(this.#quietUntil, this.#clock.now().getTime() + milliseconds);
  }

  #refuseUntil(time: number, now: number): void {
    if (time > now) throw new ApiTrouble({ kind: 'limited', waitMilliseconds: time - now });
  }
}
