// The lanes that outlive their process, on PostgreSQL and on PGlite: what is promised of them, with the database itself.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { DurableLanes } from '../../../src/adapters/queue/durable-lanes.ts';
import { listJobs } from '../../../src/adapters/queue/list-jobs.ts';
import { dropJobs, retryJobs } from '../../../src/adapters/queue/tend-jobs.ts';
import type { Database } from '../../../src/adapters/store/database.ts';
import { systemClock } from '../../../src/adapters/clock.ts';
import { planFillWork } from '../../../src/handlers/fill/plan-fill-work.ts';
import { mergeJobs } from '../../../src/handlers/merge-jobs.ts';
import type { JobEnd, Turn } from '../../../src/ports.ts';
import type { FillOrder, Job, Work } from '../../../src/ports/job.ts';
import { toCommitSha } from '../../../src/shared/brand.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { openGate } from '../../support/open-gate.ts';
import { listDatabases, openTestDatabase, type TestDatabase } from '../../support/open-test-database.ts';
import { nameOf, workOf } from '../../support/sample-work.ts';

type Run = (job: Job, turn: Turn) => Promise<JobEnd>;
const done: Run = () => Promise.resolve({ kind: 'done' });

describe.each(await listDatabases())('lanes on %s', (kind, create) => {
  let place: TestDatabase;
  let open: { lanes: DurableLanes; database: Database }[] = [];
  beforeAll(async () => {
    place = await create();
  });
  afterEach(async () => {
    for (const { lanes } of open) await lanes.drain(0);
    open = [];
  });
  afterAll(() => place.remove());

  /** A process that works on the lanes, and a diary of what it did. */
  async function start(run: Run = done, { concurrency = 4, url = place.url } = {}) {
    const database = await openTestDatabase(url);
    const diary: string[] = [];
    const { log, lines } = createMemoryLog();
    const tell: Run = (job, turn) => {
      diary.push(nameOf(job));
      return run(job, turn);
    };
    const lanes = new DurableLanes({ database, concurrency, clock: systemClock, log, run: tell, merge: mergeJobs });
    await lanes.begin();
    open.push({ lanes, database });
    return { lanes, database, diary, lines };
  }

  const until = async (isSo: () => boolean | Promise<boolean>) => {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const isEmpty = (database: Database) => async () =>
    (await listJobs(database)).every(({ state }) => state === 'failed');

  test('a delivery is worked on once, however often it comes', async () => {
    const { lanes, database, diary } = await start();
    await Promise.all([1, 2, 3].map(() => lanes.accept('delivery-1', [workOf('once', 'one')])));
    await until(isEmpty(database));
    await lanes.accept('delivery-1', [workOf('once', 'one')]);
    await lanes.accept('delivery-2', [workOf('once', 'two')]);
    await until(() => diary.includes('two'));
    await until(isEmpty(database));
    expect(diary).toEqual(['one', 'two']);
  });

  test('one job at a time in a lane; the newest takes the place of those that wait, and knows what they were told', async () => {
    let letGo: () => void = () => undefined;
    const seen: unknown[] = [];
    const { lanes, database, diary } = await start(async (job) => {
      if (job.kind === 'review') seen.push(job.announced);
      if (nameOf(job) === 'first') await new Promise<void>((resolve) => (letGo = resolve));
      return { kind: 'done' };
    });
    await lanes.enqueue([workOf('pull 1', 'first')]);
    await until(() => diary.length === 1);
    await lanes.enqueue([workOf('pull 1', 'second', { outdatedHead: toCommitSha('old') })]);
    await lanes.enqueue([workOf('pull 1', 'third')]);
    await lanes.enqueue([workOf('pull 2', 'another lane')]);
    await until(() => diary.length === 2);
    expect(diary).toEqual(['first', 'another lane']);
    letGo();
    await until(isEmpty(database));
    expect(diary).toEqual(['first', 'another lane', 'third']);
    expect(seen.at(-1)).toEqual({ outdatedHead: 'old' });
  });

  test('every order to fill sections is kept, as it was given', async () => {
    let letGo: () => void = () => undefined;
    const seen: unknown[] = [];
    const { lanes, database } = await start(async (job) => {
      if (job.kind === 'fill') seen.push(...job.orders);
      if (seen.length === 1) await new Promise<void>((resolve) => (letGo = resolve));
      return { kind: 'done' };
    });
    const by = { number: 1, login: 'grace' };
    const command = { kind: 'command', commentId: 'C', subjectId: 'I', sections: ['updates'], isMixed: false } as const;
    const orders: readonly FillOrder[] = [
      { kind: 'schedule' },
      { ...command, ...by },
      { kind: 'tick', tasks: [['https://a.test/', true]], ...by },
    ];
    const repository = { installationId: 1, owner: 'ferris', repository: 'news' };
    for (const order of orders) {
      await lanes.enqueue([planFillWork(repository, [order], { delivery: 'one', event: 'any' })]);
      await until(() => seen.length > 0);
    }
    letGo();
    await until(isEmpty(database));
    expect(seen).toEqual(orders);
  });

  test('a running job learns that a newer one waits', async () => {
    const seen: (boolean | 'unknown')[] = [];
    const { lanes, database } = await start(async (job, turn) => {
      if (nameOf(job) === 'older') {
        seen.push(await turn.isSuperseded());
        await lanes.enqueue([workOf('superseded', 'newer')]);
        seen.push(await turn.isSuperseded());
      }
      return { kind: 'done' };
    });
    await lanes.enqueue([workOf('superseded', 'older')]);
    await until(() => seen.length === 2);
    await until(isEmpty(database));
    expect(seen).toEqual([false, true]);
  });

  test('a job does not leave its work to an older one that threw and waits for another try', async () => {
    const told: (boolean | 'unknown')[] = [];
    const { lanes, database } = await start(async (job, turn) => {
      if (nameOf(job) === 'older' && told.length === 0) {
        await lanes.enqueue([workOf('stumbling', 'newer')]);
        throw new Error('It stumbled.');
      }
      told.push(await turn.isSuperseded());
      return { kind: 'done' };
    });
    await lanes.enqueue([workOf('stumbling', 'older')]);
    await until(() => told.length > 0);
    await until(isEmpty(database));
    expect(told[0]).toBe(false);
  });

  test('a job that GitHub puts off comes back after its wait, holds no place, and gives way to a newer one', async () => {
    const attempts: number[] = [];
    const { lanes, database, diary } = await start(
      (job, { attempt }) => {
        if (nameOf(job) === 'limited') attempts.push(attempt);
        const isOver = attempt > 0 || nameOf(job) === 'free';
        return Promise.resolve(isOver ? { kind: 'done' } : { kind: 'again', afterMilliseconds: 1000 });
      },
      { concurrency: 1 },
    );
    await lanes.enqueue([workOf('limited', 'limited'), workOf('other installation', 'free')]);
    await until(() => diary.length === 2);
    expect([...diary].sort()).toEqual(['free', 'limited']);
    await until(isEmpty(database));
    expect(attempts).toEqual([0, 1]);
    await lanes.enqueue([workOf('limited', 'limited')]);
    await until(() => diary.length === 4);
    await lanes.enqueue([workOf('limited', 'free')]);
    await until(isEmpty(database));
    expect(diary.slice(3)).toEqual(['limited', 'free']);
  });

  test('what a job that is put back was told, the newer one that waits by then knows; nothing of one that is done', async () => {
    const told: unknown[] = [];
    const times: (string | undefined)[] = [];
    const { lanes, database, diary } = await start(async (job, { attempt, troubles, since }) => {
      told.push(job.kind === 'review' && job.announced, attempt + troubles);
      times.push(since?.toISOString());
      if (nameOf(job) === 'newest') return { kind: 'done' };
      await lanes.enqueue([workOf('told', nameOf(job) === 'older' ? 'newer' : 'newest')]);
      return nameOf(job) === 'older' ? { kind: 'again', afterMilliseconds: 60_000, isTrouble: true } : { kind: 'done' };
    });
    const announced = { outdatedHead: toCommitSha('old') };
    await lanes.enqueue([workOf('told', 'older', announced)]);
    await until(() => diary.length === 3);
    await until(isEmpty(database));
    expect(told).toEqual([announced, 0, announced, 0, {}, 0]);
    expect([times[1] === times[0], times[2] === times[1]]).toEqual([true, false]);
  });

  test('a process whose claim has lapsed learns so, and puts nothing back that another one has', async () => {
    const seen: (boolean | 'unknown')[] = [];
    const { lanes, database, diary } = await start(
      async (job, turn) => {
        if (nameOf(job) !== 'slow') return { kind: 'done' };
        seen.push(await turn.isSuperseded());
        await database.query(`update copydesk_queue.job set retry_count = 1 where singleton_key = 'lapsed'`);
        seen.push(await turn.isSuperseded());
        return { kind: 'again', afterMilliseconds: 0 };
      },
      { concurrency: 1 },
    );
    await lanes.enqueue([workOf('lapsed', 'slow')]);
    await until(() => diary.length === 1);
    await lanes.enqueue([workOf('after it', 'next')]);
    await until(() => diary.length === 2);
    const left = (await listJobs(database)).filter(({ lane }) => lane === 'lapsed');
    await database.query(`delete from copydesk_queue.job where singleton_key = 'lapsed'`);
    expect([diary, seen]).toEqual([
      ['slow', 'next'],
      [false, true],
    ]);
    expect(left).toMatchObject([{ state: 'running' }]);
  });

  test('what could start waits; what stands behind a job of its lane, or was put off, does not', async () => {
    const letGo: (() => void)[] = [];
    const { lanes, database, diary } = await start(
      async (job) => {
        if (nameOf(job) !== 'limited') await new Promise<void>((resolve) => letGo.push(resolve));
        return nameOf(job) === 'limited' ? { kind: 'again', afterMilliseconds: 60_000 } : { kind: 'done' };
      },
      { concurrency: 1 },
    );
    await lanes.enqueue([workOf('backlog 0', 'limited')]);
    await until(async () => (await lanes.readBacklog()).putOff === 1);
    await lanes.enqueue([workOf('backlog 1', 'runs')]);
    await until(() => diary.includes('runs'));
    await lanes.enqueue([workOf('backlog 1', 'behind it')]);
    expect(await lanes.readBacklog()).toMatchObject({ waiting: 0, oldestSeconds: 0, putOff: 1, running: 1 });
    await lanes.enqueue([workOf('backlog 2', 'could start')]);
    expect(await lanes.readBacklog()).toMatchObject({ waiting: 1, putOff: 1, running: 1 });
    await database.query(`delete from copydesk_queue.job where singleton_key = 'backlog 0'`);
    await until(async () => {
      for (const go of letGo.splice(0)) go();
      return isEmpty(database)();
    });
  });

  test('a job that is given up is kept with its reason', async () => {
    const { lanes, database } = await start(() => Promise.resolve({ kind: 'failed', reason: 'refused: our mistake' }));
    await lanes.enqueue([workOf('given up', 'hopeless')]);
    await until(async () => (await listJobs(database)).some(({ state }) => state === 'failed'));
    expect(await listJobs(database)).toMatchObject([
      { state: 'failed', lane: 'given up', kind: 'review', delivery: 'hopeless', reason: 'refused: our mistake' },
    ]);
  });

  test('a job that was given up and is tried again tells what it knew to the newer one that waits by then', async () => {
    const { lanes, database } = await start((job) => {
      const isHopeless = nameOf(job) === 'hopeless';
      return Promise.resolve(
        isHopeless ? { kind: 'failed', reason: 'no' } : { kind: 'again', afterMilliseconds: 60_000 },
      );
    });
    const listOwn = async () => (await listJobs(database)).filter(({ lane }) => lane === 'tried again');
    const announced = { outdatedHead: toCommitSha('old'), commentId: 'IC_old' };
    await lanes.enqueue([workOf('tried again', 'hopeless', announced)]);
    await until(async () => (await listOwn())[0]?.state === 'failed');
    await lanes.enqueue([workOf('tried again', 'newer', { commentId: 'IC_new' })]);
    await until(async () => (await listOwn()).some(({ due }) => due > new Date()));
    const failed = (await listOwn()).filter(({ state }) => state === 'failed');
    expect(await retryJobs(database, failed, mergeJobs)).toBe(1);
    expect(await listOwn()).toMatchObject([{ state: 'waiting', delivery: 'newer' }]);
    const told = await database.query(`select data->'job'->'announced' as told from copydesk_queue.job
      where singleton_key = 'tried again'`);
    expect(told).toEqual([{ told: { outdatedHead: 'old', commentId: 'IC_new' } }]);
    await dropJobs(database, await listOwn());
  });

  test('work that runs when the process stops is handed back, and done by the next one', async () => {
    const first = await start(() => new Promise(() => undefined));
    await first.lanes.enqueue([workOf('handed back', 'long')]);
    await until(() => first.diary.includes('long'));
    await first.lanes.drain(10);
    open = [];
    const second = await start();
    await until(() => second.diary.includes('long'));
    await until(isEmpty(second.database));
  });

  test('however often processes stop, a job that is handed back is no older for it, and keeps its troubles', async () => {
    const turns: string[] = [];
    const tell = ({ attempt, troubles }: Turn): void => void turns.push(`attempt ${attempt}, troubles ${troubles}`);
    const stumbling = await start((_, turn) => {
      tell(turn);
      return turn.troubles === 0
        ? Promise.resolve({ kind: 'again', afterMilliseconds: 0, isTrouble: true })
        : new Promise(() => undefined);
    });
    await stumbling.lanes.enqueue([workOf('deployed', 'patient')]);
    for (let deploys = 0; deploys < 2; deploys += 1) {
      await until(() => turns.length === deploys + 2);
      await open.pop()?.lanes.drain(10);
      await start((_, turn) => {
        tell(turn);
        return deploys === 1 ? Promise.resolve({ kind: 'done' }) : new Promise(() => undefined);
      });
    }
    await until(() => turns.length === 4);
    expect(turns).toEqual(['attempt 0, troubles 0', ...Array.from({ length: 3 }, () => 'attempt 0, troubles 1')]);
  });

  test('a process that stops begins nothing more, and what it had just taken the next one does', async () => {
    const first = await start();
    await first.lanes.enqueue([workOf('just taken', 'late')]);
    await first.lanes.drain(10_000);
    open = [];
    expect(first.diary).toEqual([]);
    const second = await start();
    await until(() => second.diary.includes('late'));
    await until(isEmpty(second.database));
  });

  test('a lane that was at work when the queue was last counted is not left alone for long once it is free', async () => {
    const { database } = await start();
    const counted = `update copydesk_queue.queue set singletons_active = '{busy}', monitor_claim_on = now() where name = 'work'`;
    await database.query(counted);
    await open.pop()?.lanes.drain(0);
    const { lanes, diary } = await start();
    await lanes.enqueue([workOf('busy', 'next push')]);
    const deadline = Date.now() + 30_000;
    await until(() => diary.length > 0 || Date.now() > deadline);
    expect(diary).toEqual(['next push']);
  });

  if (kind === 'PostgreSQL') {
    const ways = ['shut', 'silence'] as const;
    test.each(ways)('while the database is away (%s) nothing is accepted and nothing accepted is lost', async (bar) => {
      const gate = await openGate(place.url);
      const { lanes, database, diary } = await start(done, { url: gate.url });
      const name = (when: string): [string, [Work]] => [`${bar} ${when}`, [workOf(`${bar} ${when}`, when)]];
      await lanes.accept(...name('before'));
      await until(() => diary.includes('before'));
      gate[bar]();
      await expect(lanes.accept(...name('meanwhile'))).rejects.toMatchObject({
        status: 503,
        message: expect.stringMatching(/^the database does not answer \(/),
      });
      gate.open();
      // GitHub is asked for it again and again; connections that were cut off have to be found out first.
      const accept = () =>
        lanes.accept(...name('meanwhile')).then(
          () => true,
          () => false,
        );
      await until(accept);
      await until(() => diary.includes('meanwhile'));
      await until(isEmpty(database));
      expect(diary).toEqual(['before', 'meanwhile']);
      await gate.close();
    });

    test('a running job is told that nobody knows of newer ones while the database is away', async () => {
      const gate = await openGate(place.url);
      const told: (boolean | 'unknown')[] = [];
      const ask: Run = async (_, turn) => {
        gate.shut();
        told.push(await turn.isSuperseded());
        gate.open();
        // Once it is there again, the job's end can be written down.
        await until(async () => (await turn.isSuperseded()) === false);
        return { kind: 'done' };
      };
      const { lanes, database } = await start(ask, { url: gate.url });
      await lanes.enqueue([workOf('away', 'asks')]);
      await until(() => told.length > 0);
      await until(isEmpty(database));
      expect(told).toEqual(['unknown']);
      await gate.close();
    });

    test('what a process that was cut off had locked is free again for the others', async () => {
      const gate = await openGate(place.url);
      const { database } = await start(done, { url: gate.url });
      const { lanes, diary } = await start();
      const cutOff = database.transaction(async (db) => {
        await db.executeSql('select pg_advisory_xact_lock(716301, hashtext($1))', ['cut off']);
        gate.silence();
        await db.executeSql('select 1');
      });
      await expect(cutOff).rejects.toThrow();
      const deadline = Date.now() + 60_000;
      const accept = () =>
        lanes.accept('cut off', [workOf('cut off', 'at last')]).then(
          () => true,
          () => false,
        );
      await until(async () => (await accept()) || Date.now() > deadline);
      await until(() => diary.length > 0 || Date.now() > deadline);
      expect(diary).toEqual(['at last']);
      gate.shut();
      gate.open();
    });

    test('two processes share the work: each job is done by one of them', async () => {
      const processes = [await start(), await start()] as const;
      const work = Array.from({ length: 60 }, (_, index) => workOf(`shared ${index}`, `job ${index}`));
      const accept = (one: Work, index: number) => (processes[index % 2] ?? processes[0]).lanes.accept(one.lane, [one]);
      await Promise.all(work.map(accept));
      await until(isEmpty(processes[0].database));
      const all = processes.flatMap(({ diary }) => diary);
      expect(all).toHaveLength(60);
      expect(new Set(all).size).toBe(60);
    });

    test('what is done every so often is done once by two processes; deliveries are remembered for a week', async () => {
      const processes = [await start(), await start()] as const;
      const [{ lanes: first, database }] = processes;
      await first.accept('of today', []);
      await database.query(
        `insert into copydesk.delivery (id, received_at) values ('of last week', now() - interval '8 days')`,
      );
      for (const { lanes } of processes) lanes.repeat(1, () => workOf('schedule', 'tick'));
      await new Promise((resolve) => setTimeout(resolve, 3500));
      const known = await database.query(`select id from copydesk.delivery where id like 'of %'`);
      expect(known).toEqual([{ id: 'of today' }]);
      const ticks = processes.flatMap(({ diary }) => diary.filter((name) => name === 'tick'));
      expect(ticks.length).toBeGreaterThanOrEqual(3);
      expect(ticks.length).toBeLessThanOrEqual(6);
    });
  } else {
    test('a second process on the same folder is told what to do', async () => {
      await start();
      await expect(openTestDatabase(place.url)).rejects.toThrow(
        /^another process works in .*: stop it, or give this one another DATABASE_URL$/,
      );
    });
  }
});
