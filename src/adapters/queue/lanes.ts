import type { JobEnd, Turn } from '../../ports.ts';
import type { Job, Work } from '../../ports/job.ts';
import { countPutBacks } from './count-put-backs.ts';
import type { Backlog, LaneOptions, ServerLanes } from './server-lanes.ts';

interface Waiting extends Pick<Turn, 'attempt' | 'troubles'> {
  readonly job: Job;
  readonly since: Date;
}

interface Lane {
  isRunning: boolean;
  waiting: Waiting | undefined;
  /** A job that was put back and sleeps. */
  put: Waiting | undefined;
  /** Grows with every job, so that one that was put back sees that it is no longer the newest. */
  generation: number;
}

/**
 * Lanes in memory: what a process did not finish is forgotten with it. A job that throws is logged and over; one that
 * ends with `again` waits its time without holding a place.
 */
export class MemoryLanes implements ServerLanes {
  readonly #options: LaneOptions;
  readonly #lanes = new Map<string, Lane>();
  /** Keys whose job could start, in order, and since when. */
  readonly #ready = new Map<string, Date>();
  #running = 0;
  #isDraining = false;
  #lastEnd: Date;
  #idleListeners: (() => void)[] = [];

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#lastEnd = options.clock.now();
  }

  /** A job starts as soon as it is there. */
  readonly begin = (): Promise<void> => Promise.resolve();

  /** A delivery that is sent again is worked on again: nobody knows what a process that died did of it. */
  readonly accept = (_delivery: string, work: readonly Work[]): Promise<void> => this.enqueue(work);

  readonly enqueue = (work: readonly Work[]): Promise<void> => {
    for (const { lane, job } of work) this.#enqueue(lane, job);
    return Promise.resolve();
  };

  readonly drain = async (milliseconds: number): Promise<void> => {
    this.#isDraining = true;
    await this.#options.clock.within(this.whenIdle(), milliseconds);
  };

  /** Puts work into its lane now and then every so often, until it drains. */
  readonly repeat = (seconds: number, plan: () => Work): void => {
    if (this.#isDraining) return;
    void this.enqueue([plan()]);
    void this.#options.clock.sleep(seconds * 1000).then(() => this.repeat(seconds, plan));
  };

  readonly readBacklog = (): Promise<Backlog> => {
    const lanes = [...this.#lanes.values()];
    const now = this.#options.clock.now().getTime();
    const secondsSince = (date: Date): number => (now - date.getTime()) / 1000;
    return Promise.resolve({
      waiting: this.#ready.size,
      oldestSeconds: Math.max(0, ...[...this.#ready.values()].map(secondsSince)),
      putOff: lanes.filter(({ put }) => put !== undefined).length,
      running: this.#running,
      failed: 0,
      quietSeconds: secondsSince(this.#lastEnd),
    });
  };

  /** Resolves when nothing runs or waits; while draining, what was put back does not count. */
  readonly whenIdle = (): Promise<void> =>
    this.#isIdle() ? Promise.resolve() : new Promise((resolve) => this.#idleListeners.push(resolve));

  #enqueue(key: string, job: Job): void {
    if (this.#isDraining) {
      this.#options.log.warn({ lane: key }, 'Shutting down: this work is left to the next start');
      return;
    }
    const lane = this.#lanes.get(key) ?? { isRunning: false, waiting: undefined, put: undefined, generation: 0 };
    lane.generation += 1;
    const older = lane.waiting ?? lane.put;
    const since = older?.since ?? this.#options.clock.now();
    const merged = older === undefined ? job : this.#options.merge(older.job, job);
    lane.waiting = { job: merged, attempt: 0, troubles: 0, since };
    lane.put = undefined;
    this.#lanes.set(key, lane);
    this.#makeReady(key, lane);
  }

  #makeReady(key: string, lane: Lane): void {
    if (lane.isRunning || lane.waiting === undefined) return;
    if (!this.#ready.has(key)) this.#ready.set(key, this.#options.clock.now());
    this.#startNext();
  }

  #startNext(): void {
    while (this.#running < this.#options.concurrency) {
      const [key] = this.#ready.keys();
      if (key === undefined) return;
      this.#ready.delete(key);
      const lane = this.#lanes.get(key);
      if (lane?.waiting !== undefined) void this.#run(key, lane, lane.waiting);
    }
  }

  async #run(key: string, lane: Lane, { job, attempt, troubles, since }: Waiting): Promise<void> {
    const { generation } = lane;
    lane.waiting = undefined;
    lane.isRunning = true;
    this.#running += 1;
    const end = await this.#finish(key, job, {
      attempt,
      troubles,
      since,
      isSuperseded: () => Promise.resolve(lane.generation !== generation),
    });
    lane.isRunning = false;
    this.#running -= 1;
    this.#lastEnd = this.#options.clock.now();
    const isNewest = lane.generation === generation;
    if (isNewest && end.kind === 'again') {
      void this.#putBack(key, lane, { job, since, ...countPutBacks({ attempt, troubles }, end) }, end);
    } else if (isNewest) this.#lanes.delete(key);
    else if (end.kind === 'again') this.#tellNewer(lane, job, since);
    this.#makeReady(key, lane);
    this.#startNext();
    this.#notifyIdle();
  }

  async #finish(key: string, job: Job, turn: Turn): Promise<JobEnd> {
    try {
      return await this.#options.run(job, turn);
    } catch (error) {
      this.#options.log.error({ lane: key, err: error }, 'A job failed');
      return { kind: 'done' };
    }
  }

  /** What a job could not do yet, the one that took its place has to know of, and since when it was asked for. */
  #tellNewer(lane: Lane, job: Job, since: Date): void {
    const { waiting } = lane;
    if (waiting !== undefined) lane.waiting = { ...waiting, job: this.#options.merge(job, waiting.job), since };
  }

  async #putBack(key: string, lane: Lane, waiting: Waiting, { afterMilliseconds }: JobEnd & { kind: 'again' }) {
    const { generation } = lane;
    lane.put = waiting;
    await this.#options.clock.sleep(afterMilliseconds);
    if (lane.generation !== generation || this.#isDraining) return;
    lane.waiting = waiting;
    lane.put = undefined;
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
