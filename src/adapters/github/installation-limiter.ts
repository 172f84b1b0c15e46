import type { Clock } from '../../ports.ts';
import { ApiTrouble } from './api-trouble.ts';

/** A little below the 80 and 500 that GitHub allows one installation; comments and reviews count, check runs do not. */
const SPANS = [
  { milliseconds: 60_000, creations: 70 },
  { milliseconds: 3_600_000, creations: 450 },
];

/**
 * Keeps one installation within GitHub's limits on creating content, and quiet while GitHub asks for it. It never
 * delays: what does not fit now rejects as `limited`, so that the job gives up its place and comes back.
 */
export class InstallationLimiter {
  readonly #clock: Clock;
  /** Times at which content was created, oldest first. */
  #creations: number[] = [];
  #quietUntil = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Call before each request. */
  admit(createsContent: boolean): void {
    const now = this.#clock.now().getTime();
    this.#refuseUntil(this.#quietUntil, now);
    if (!createsContent) return;
    this.#creations = this.#creations.filter((time) => time > now - 3_600_000);
    for (const { milliseconds, creations } of SPANS) {
      const oldest = this.#creations.at(-creations);
      if (oldest !== undefined) this.#refuseUntil(oldest + milliseconds, now);
    }
    this.#creations.push(now);
  }

  /** GitHub asked for silence. */
  pause(milliseconds: number): void {
    this.#quietUntil = Math.max(this.#quietUntil, this.#clock.now().getTime() + milliseconds);
  }

  #refuseUntil(time: number, now: number): void {
    if (time > now) throw new ApiTrouble({ kind: 'limited', waitMilliseconds: time - now });
  }
}
