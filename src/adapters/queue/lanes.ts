import type { Clock, Job, JobEnd, Lanes, Log, Turn } from '../../ports.ts';

export interface LaneOptions {
  /** How many jobs may run at once, over all keys. */
  readonly concurrency: number;
  readonly clock: Clock;
  readonly log: Log;
}

interface Waiting {
  readonly job: Job;
  readonly attempt: number;
}

interface Lane {
  isRunning: boolean;
  waiting: Waiting | undefined;
  /** Grows with every job, so that one that was put back sees that it is no longer the newest. */
  generation: number;
}

/**
 * Lanes in memory: what a process did not finish is forgotten with it. A job that throws is logged and over; one that
 * ends with `again` waits its time without holding a place.
 */
export class MemoryLanes implements Lanes {
  readonly #options: LaneOptions;
  readonly #lanes = new Map<string, Lane>();
  /** Keys whose job could start, in order. */
  readonly #ready = new Set<string>();
  #running = 0;
  #isDraining = false;
  #idleListeners: (() => void)[] = [];

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  readonly enqueue = (key: string, job: Job): void => {
    if (this.#isDraining) {
      this.#options.log.warn({ lane: key }, 'Shutting down: this work is left to the next delivery');
      return;
    }
    const lane = this.#lanes.get(key) ?? { isRunning: false, waiting: undefined, generation: 0 };
    lane.generation += 1;
    lane.waiting = { job, attempt: 0 };
    this.#lanes.set(key, lane);
    this.#makeReady(key, lane);
  };

  readonly drain = async (milliseconds: number): Promise<void> => {
    this.#isDraining = true;
    await Promise.race([this.whenIdle(), this.#options.clock.sleep(milliseconds)]);
  };

  /** Resolves when nothing runs or waits; while draining, what was put back does not count. */
  readonly whenIdle = (): Promise<void> =>
    this.#isIdle() ? Promise.resolve() : new Promise((resolve) => this.#idleListeners.push(resolve));

  #makeReady(key: string, lane: Lane): void {
    if (lane.isRunning || lane.waiting === undefined) return;
    this.#ready.add(key);
    this.#startNext();
  }

  #startNext(): void {
    while (this.#running < this.#options.concurrency) {
      const [key] = this.#ready;
      if (key === undefined) return;
      this.#ready.delete(key);
      const lane = this.#lanes.get(key);
      if (lane?.waiting !== undefined) void this.#run(key, lane, lane.waiting);
    }
  }

  async #run(key: string, lane: Lane, { job, attempt }: Waiting): Promise<void> {
    const { generation } = lane;
    lane.waiting = undefined;
    lane.isRunning = true;
    this.#running += 1;
    const end = await this.#finish(key, job, { attempt, isSuperseded: () => lane.generation !== generation });
    lane.isRunning = false;
    this.#running -= 1;
    const isNewest = lane.generation === generation;
    if (isNewest && end.kind === 'again') void this.#putBack(key, lane, { job, attempt: attempt + 1 }, end);
    else if (isNewest) this.#lanes.delete(key);
    this.#makeReady(key, lane);
    this.#startNext();
    this.#notifyIdle();
  }

  async #finish(key: string, job: Job, turn: Turn): Promise<JobEnd> {
    try {
      return await job(turn);
    } catch (error) {
      this.#options.log.error({ lane: key, err: error }, 'A job failed');
      return { kind: 'done' };
    }
  }

  async #putBack(key: string, lane: Lane, waiting: Waiting, { afterMilliseconds }: JobEnd & { kind: 'again' }) {
    const { generation } = lane;
    await this.#options.clock.sleep(afterMilliseconds);
    if (lane.generation !== generation || this.#isDraining) return;
    lane.waiting = waiting;
    this.#makeReady(key, lane);
  }

  #isIdle(): boolean {
    return this.#running === 0 && (this.#isDraining ? this.#ready.size === 0 : this.#lanes.size === 0);
  }

  #notifyIdle(): void {
    if (!this.#isIdle()) return;
    for (const notify of this.#idleListeners.splice(0)) notify();
  }
}
