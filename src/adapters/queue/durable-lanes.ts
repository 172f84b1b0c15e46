import type { JobEnd, Turn } from '../../ports.ts';
import type { Work } from '../../ports/job.ts';
import { compareText } from '../../shared/compare-text.ts';
import type { Database } from '../store/database.ts';
import { describeStoreError, StoreTrouble } from '../store/store-problem.ts';
import { countPutBacks } from './count-put-backs.ts';
import { readBacklog } from './list-jobs.ts';
import type { Backlog, LaneOptions, ServerLanes } from './server-lanes.ts';
import {
  type Claim,
  claimJobs,
  FAILED_QUEUE,
  prepareQueues,
  putJob,
  putJobBack,
  type PutTarget,
  QUEUE,
  wasHeld,
} from './job-queue.ts';

export interface DurableOptions extends LaneOptions {
  readonly database: Database;
}

/** What another process put into the queue is seen after so long; what this one did, at once. */
const POLL_MILLISECONDS = 1000;
const HEARTBEAT_MILLISECONDS = 5000;
/** GitHub sends a webhook again for three days. */
const KEPT_DELIVERIES = '7 days';

/**
 * Lanes in a database: what was accepted outlives the process, and any number of processes share the work. A webhook is
 * accepted in one transaction with the work it asks for, so each is done once, however often it comes.
 */
export class DurableLanes implements ServerLanes {
  readonly #options: DurableOptions;
  readonly #running = new Map<string, { readonly claim: Claim; readonly end: Promise<void> }>();
  readonly #timers: NodeJS.Timeout[] = [];
  #isDraining = false;
  #lastEnd: Date;
  /** A look for jobs is under way, and whether another one is due after it. */
  #looking: { isDueAgain: boolean; readonly end: Promise<unknown> } | undefined;

  constructor(options: DurableOptions) {
    this.#options = options;
    this.#lastEnd = options.clock.now();
  }

  readonly begin = async (): Promise<void> => {
    await prepareQueues(this.#options.database.boss);
    this.#timers.push(setInterval(() => void this.#look(), POLL_MILLISECONDS));
    this.#timers.push(setInterval(() => void this.#beat(), HEARTBEAT_MILLISECONDS));
    void this.#look();
  };

  readonly accept = (delivery: string, work: readonly Work[]): Promise<void> =>
    this.#store(work, async (db) => {
      const event = work[0]?.job.cause.event ?? 'unknown';
      const text = 'insert into copydesk.delivery (id, event) values ($1, $2) on conflict do nothing returning id';
      const { rows } = await db.executeSql(text, [delivery, event]);
      return rows.length > 0;
    });

  readonly enqueue = (work: readonly Work[]): Promise<void> => this.#store(work, () => Promise.resolve(true));

  /** Of work that is due every so often, only one job a time is made, however many processes ask for it. */
  readonly repeat = (seconds: number, plan: () => Work): void => {
    void this.enqueue([plan()]).catch((error: unknown) => this.#warn(error));
    this.#timers.push(setInterval(() => void this.#sendOnce(seconds, plan()), seconds * 1000));
  };

  readonly readBacklog = async (): Promise<Backlog> => {
    const counts = await readBacklog(this.#options.database);
    return { ...counts, quietSeconds: (this.#options.clock.now().getTime() - this.#lastEnd.getTime()) / 1000 };
  };

  /** Ends what runs, or hands it back to the queue when the time is over; then closes the database. */
  readonly drain = async (milliseconds: number): Promise<void> => {
    this.#isDraining = true;
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    const beat = setInterval(() => void this.#beat(), HEARTBEAT_MILLISECONDS);
    const ends = Promise.all([this.#looking?.end, ...[...this.#running.values()].map(({ end }) => end)]);
    await this.#options.clock.within(ends, milliseconds);
    clearInterval(beat);
    for (const { claim } of this.#running.values()) await this.#handBack(claim);
    await this.#options.database.close();
  };

  async #store(work: readonly Work[], isNew: (db: PutTarget['db']) => Promise<boolean>) {
    const { database, clock, merge } = this.#options;
    const since = clock.now().toISOString();
    try {
      await database.transaction(async (db) => {
        if (!(await isNew(db))) return;
        const target = { boss: database.boss, db, merge };
        // In one order, so that two of these never wait for each other.
        const ordered = work.toSorted((one, other) => compareText(one.lane, other.lane));
        for (const { lane, job } of ordered) await putJob(target, lane, { job, attempt: 0, troubles: 0, since });
      });
    } catch (error) {
      throw new StoreTrouble(describeStoreError(error), { cause: error });
    }
    void this.#look();
  }

  async #sendOnce(seconds: number, { lane, job }: Work): Promise<void> {
    const { database, clock } = this.#options;
    const kept = { job, attempt: 0, troubles: 0, since: clock.now().toISOString() };
    try {
      const slot = { singletonKey: lane, singletonSeconds: seconds, group: { id: lane } };
      await database.boss.send(QUEUE, kept, slot);
      await database.query(`delete from copydesk.delivery where received_at < now() - interval '${KEPT_DELIVERIES}'`);
    } catch (error) {
      this.#warn(error);
    }
  }

  /** Takes as many jobs as there is room for. */
  async #look(): Promise<void> {
    if (this.#looking !== undefined) {
      this.#looking.isDueAgain = true;
      return;
    }
    const { promise: end, resolve } = Promise.withResolvers<undefined>();
    const looking = { isDueAgain: true, end };
    this.#looking = looking;
    while (looking.isDueAgain) {
      looking.isDueAgain = false;
      const room = this.#isDraining ? 0 : this.#options.concurrency - this.#running.size;
      if (room <= 0) break;
      const claims = await claimJobs(this.#options.database.boss, room).catch((error: unknown) => this.#warn(error));
      for (const claim of claims) {
        if (this.#isDraining) await this.#handBack(claim);
        else this.#running.set(claim.id, { claim, end: this.#work(claim) });
      }
    }
    this.#looking = undefined;
    resolve(undefined);
  }

  /** As it was: that a process stops says nothing about the job. */
  async #handBack(claim: Claim): Promise<void> {
    this.#options.log.info({ lane: claim.lane }, 'Handed back: another process or the next start goes on');
    await this.#replace(claim, (target) => putJobBack(target, claim)).catch((error: unknown) => this.#warn(error));
  }

  async #work(claim: Claim): Promise<void> {
    const { job, attempt, troubles, since } = claim.kept;
    const turn = { attempt, troubles, since: new Date(since), isSuperseded: () => this.#isSuperseded(claim) };
    const end = await this.#finish(claim, turn);
    await this.#settle(claim, end);
    this.#running.delete(claim.id);
    this.#lastEnd = this.#options.clock.now();
    if (end instanceof Error) this.#options.log.error({ ...job.cause, lane: claim.lane, err: end }, 'A job failed');
    void this.#look();
  }

  async #finish({ kept }: Claim, turn: Turn): Promise<JobEnd | Error> {
    try {
      return await this.#options.run(kept.job, turn);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** Writes down how a job ended. Where that fails, the claim lapses and the job is done again, which changes nothing. */
  async #settle(claim: Claim, end: JobEnd | Error): Promise<void> {
    const { boss } = this.#options.database;
    const { lane, kept } = claim;
    try {
      if (end instanceof Error) await boss.fail(QUEUE, claim, { message: end.message.slice(0, 500) });
      else if (end.kind === 'done') await boss.deleteJob(QUEUE, claim);
      else if (end.kind === 'again') {
        const counted = { lane, kept: { ...kept, ...countPutBacks(kept, end) } };
        await this.#replace(claim, (target) => putJobBack(target, counted, end.afterMilliseconds));
      } else {
        const failed = { ...kept, reason: end.reason };
        await this.#replace(claim, ({ db }) => boss.send(FAILED_QUEUE, failed, { singletonKey: lane, db }));
      }
    } catch (error) {
      this.#warn(error);
    }
  }

  /** Does something in the place of a claim, in one transaction; nothing where the claim has lapsed. */
  async #replace(claim: Claim, doInstead: (target: PutTarget) => Promise<unknown>): Promise<void> {
    const { database, merge } = this.#options;
    const { boss } = database;
    await database.transaction(async (db) => {
      if (wasHeld(await boss.deleteJob(QUEUE, claim, { db }))) await doInstead({ boss, db, merge });
    });
  }

  /** Also where the claim has lapsed, so that somebody else may have the job by now, or nobody knows. */
  async #isSuperseded(claim: Claim): Promise<boolean | 'unknown'> {
    const { clock, database } = this.#options;
    const { boss } = database;
    try {
      const waiting = await boss.findJobs(QUEUE, { key: claim.lane, queued: true });
      // One that threw, or whose process died, waits longer and longer: what comes after it does not wait with it.
      const isNext = waiting.some(({ startAfter }) => startAfter <= clock.now());
      return isNext || !wasHeld(await boss.touch(QUEUE, claim));
    } catch (error) {
      this.#warn(error);
      return 'unknown';
    }
  }

  async #beat(): Promise<void> {
    const claims = [...this.#running.values()].map(({ claim }) => claim);
    if (claims.length === 0) return;
    await this.#options.database.boss.touch(QUEUE, claims).catch((error: unknown) => this.#warn(error));
  }

  #warn(error: unknown): [] {
    this.#options.log.warn({ trouble: describeStoreError(error) }, 'The database did not take part');
    return [];
  }
}
