import { describe, expect, test } from '@jest/globals';
import { MemoryLanes } from '../../../src/adapters/queue/lanes.ts';
import { mergeJobs } from '../../../src/handlers/merge-jobs.ts';
import type { JobEnd, Turn } from '../../../src/ports.ts';
import type { Announced, Job } from '../../../src/ports/job.ts';
import { toCommitSha } from '../../../src/shared/brand.ts';
import { createFixedClock } from '../../support/fixed-clock.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { nameOf, workOf } from '../../support/sample-work.ts';

type Run = (turn: Turn, job: Job) => Promise<JobEnd>;

/** Lanes, and jobs that tell a diary when they begin and end, and end when they are told to, or do what `runs` says. */
function createStory({ concurrency = 4, isHurried = false } = {}) {
  const clock = createFixedClock(undefined, () => isHurried);
  const { log, lines } = createMemoryLog();
  const diary: string[] = [];
  const gates = new Map<string, () => void>();
  const runs = new Map<string, Run>();
  const wait = async (name: string, { attempt }: Turn): Promise<JobEnd> => {
    diary.push(`${name} begins${attempt === 0 ? '' : `, attempt ${attempt}`}`);
    await new Promise<void>((resolve) => gates.set(name, resolve));
    diary.push(`${name} ends`);
    return { kind: 'done' };
  };
  const lanes = new MemoryLanes({
    concurrency,
    clock,
    log,
    merge: mergeJobs,
    run: (job, turn) => runs.get(nameOf(job))?.(turn, job) ?? wait(nameOf(job), turn),
  });
  const enqueue = (lane: string, name: string, run?: Run, announced?: Announced) => {
    if (run !== undefined) runs.set(name, run);
    void lanes.enqueue([workOf(lane, name, announced)]);
  };
  const finish = async (name: string) => {
    gates.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clock, lanes, enqueue, diary, finish, lines };
}

describe('lanes', () => {
  test('one job at a time per key, and the newest replaces the one that waits', async () => {
    const { lanes, enqueue, diary, finish } = createStory();
    enqueue('pull 1', 'first push');
    enqueue('pull 1', 'second push');
    enqueue('pull 1', 'third push');
    enqueue('pull 2', 'other pull');
    await finish('first push');
    await finish('third push');
    await finish('other pull');
    await lanes.whenIdle();
    expect(diary).toEqual([
      'first push begins',
      'other pull begins',
      'first push ends',
      'third push begins',
      'third push ends',
      'other pull ends',
    ]);
  });

  test('a running job learns that a newer one waits', async () => {
    const { lanes, enqueue, finish } = createStory();
    const seen: (boolean | 'unknown')[] = [];
    enqueue('pull 1', 'older', async (turn) => {
      seen.push(await turn.isSuperseded());
      enqueue('pull 1', 'newer');
      seen.push(await turn.isSuperseded());
      return { kind: 'done' };
    });
    await finish('nothing');
    await finish('newer');
    await lanes.whenIdle();
    expect(seen).toEqual([false, true]);
  });

  test('no more jobs at once than allowed, the others in order', async () => {
    const { lanes, enqueue, diary, finish } = createStory({ concurrency: 2 });
    for (const name of ['a', 'b', 'c', 'd']) enqueue(name, name);
    expect(diary).toEqual(['a begins', 'b begins']);
    await finish('b');
    expect(diary).toEqual(['a begins', 'b begins', 'b ends', 'c begins']);
    for (const name of ['a', 'c', 'd']) await finish(name);
    await lanes.whenIdle();
  });

  test('a job that was put back returns after its wait, and counts its attempts', async () => {
    const { lanes, enqueue, clock } = createStory();
    const attempts: string[] = [];
    enqueue('pull 1', 'limited', async ({ attempt }) => {
      attempts.push(`${attempt} at ${clock.now().toISOString().slice(11, 19)}`);
      return Promise.resolve(attempt < 2 ? { kind: 'again', afterMilliseconds: 60_000 } : { kind: 'done' });
    });
    await lanes.whenIdle();
    expect(attempts).toEqual(['0 at 09:00:00', '1 at 09:01:00', '2 at 09:02:00']);
  });

  test('a newer job takes the place of one that was put back', async () => {
    const { lanes, enqueue, diary, finish } = createStory();
    enqueue('pull 1', 'limited', () => {
      diary.push('limited');
      setImmediate(() => enqueue('pull 1', 'newer'));
      return Promise.resolve({ kind: 'again', afterMilliseconds: 60_000 });
    });
    // Its time comes while the newer one runs.
    for (let turn = 0; turn < 3; turn += 1) await finish('nothing');
    await finish('newer');
    await lanes.whenIdle();
    expect(diary).toEqual(['limited', 'newer begins', 'newer ends']);
  });

  const AGAIN = { kind: 'again', afterMilliseconds: 2000 } as const;
  const TOLD = { outdatedHead: toCommitSha('old') };
  test.each<[string, (comment: () => void) => void, JobEnd, Announced]>([
    ['that waits', () => undefined, AGAIN, TOLD],
    ['that runs and is put back', (comment) => queueMicrotask(comment), AGAIN, TOLD],
    ['that was put back and sleeps', (comment) => setImmediate(comment), AGAIN, TOLD],
    ['that is done', (comment) => queueMicrotask(comment), { kind: 'done' }, {}],
  ])('a job %s: what the one that takes its place knows of it', async (how, meanwhile, end, known) => {
    const { clock, lanes, enqueue, diary, finish } = createStory();
    const first = clock.now();
    const seen: unknown[] = [];
    const comment = () => {
      void clock.sleep(1000);
      enqueue('pull 1', 'comment', async ({ since }, job) => {
        diary.push('comment');
        seen.push(job.kind === 'review' && job.announced, (await lanes.readBacklog()).putOff, since);
        return { kind: 'done' };
      });
    };
    if (how === 'that waits') enqueue('pull 1', 'running');
    const push: Run = () => {
      diary.push('push');
      meanwhile(comment);
      return Promise.resolve(end);
    };
    enqueue('pull 1', 'push', push, TOLD);
    if (how === 'that waits') comment();
    for (let turn = 0; turn < 4; turn += 1) await finish('running');
    expect(seen).toEqual([known, 0, known === TOLD ? first : new Date(first.getTime() + 1000)]);
    expect(diary.slice(-2)).toEqual([how === 'that waits' ? 'running ends' : 'push', 'comment']);
  });

  test('work that is due every so often is done until the lanes drain', async () => {
    const { lanes, enqueue, clock } = createStory();
    const times: string[] = [];
    const drained = new Promise<void>((resolve) => {
      enqueue('schedule', 'tick', async () => {
        times.push(clock.now().toISOString().slice(11, 19));
        if (times.length === 3) resolve(lanes.drain(10_000));
        return Promise.resolve({ kind: 'done' });
      });
    });
    await clock.sleep(0);
    lanes.repeat(60, () => workOf('schedule', 'tick'));
    await drained;
    await clock.sleep(0);
    expect(times).toEqual(['09:00:00', '09:00:00', '09:01:00']);
  });

  test('a job that throws is logged once and does not stop its lane', async () => {
    const { lanes, enqueue, diary, finish, lines } = createStory();
    enqueue('pull 1', 'broken', () => Promise.reject(new Error('a bug')));
    enqueue('pull 1', 'next');
    await finish('nothing');
    await finish('next');
    await lanes.whenIdle();
    expect(diary).toEqual(['next begins', 'next ends']);
    expect(lines.filter((line) => line.includes('a bug'))).toHaveLength(1);
  });

  test('draining ends what was accepted and accepts no more', async () => {
    const { lanes, enqueue, diary, finish, lines } = createStory();
    enqueue('pull 1', 'accepted');
    const drained = lanes.drain(10_000).then(() => diary.push('drained'));
    enqueue('pull 2', 'too late');
    await finish('nothing');
    await finish('accepted');
    await drained;
    expect(diary).toEqual(['accepted begins', 'accepted ends', 'drained']);
    expect(lines.join('')).toContain('"lane":"pull 2"');
  });

  test('draining leaves what was put back to the next start', async () => {
    const { lanes, enqueue, finish } = createStory();
    const attempts: number[] = [];
    enqueue('pull 1', 'limited', ({ attempt }) => {
      attempts.push(attempt);
      return Promise.resolve({ kind: 'again', afterMilliseconds: 60_000 });
    });
    await lanes.drain(10_000);
    await finish('nothing');
    await finish('nothing');
    expect(attempts).toEqual([0]);
  });

  test('trouble with GitHub uses up none of the times that a job comes back for its own sake', async () => {
    const { lanes, enqueue } = createStory();
    const counts: string[] = [];
    enqueue('pull 1', 'unlucky', async ({ attempt, troubles }) => {
      counts.push(`${attempt}, ${troubles}`);
      const isTrouble = counts.length <= 2;
      return Promise.resolve(
        counts.length < 5 ? { kind: 'again', afterMilliseconds: 1000, isTrouble } : { kind: 'done' },
      );
    });
    await lanes.whenIdle();
    expect(counts).toEqual(['0, 0', '0, 1', '0, 2', '1, 0', '2, 0']);
  });

  test('draining does not wait for ever', async () => {
    const { lanes, enqueue } = createStory({ isHurried: true });
    enqueue('pull 1', 'hangs');
    await lanes.drain(10_000);
    expect(await lanes.readBacklog()).toMatchObject({ running: 1 });
  });

  test('tells how long jobs could have started, and how long none has ended', async () => {
    const { lanes, enqueue, clock, finish } = createStory({ concurrency: 1 });
    enqueue('pull 1', 'hangs');
    enqueue('pull 1', 'behind it');
    enqueue('pull 2', 'could start');
    await clock.sleep(1_000_000);
    enqueue('pull 2', 'could start');
    expect(await lanes.readBacklog()).toMatchObject({ waiting: 1, oldestSeconds: 1000, quietSeconds: 1000 });
    await finish('hangs');
    // The other lane had its turn; what stood behind the first one can start only now.
    expect(await lanes.readBacklog()).toMatchObject({ waiting: 1, oldestSeconds: 0, quietSeconds: 0 });
    await finish('could start');
    await finish('behind it');
    await lanes.whenIdle();
  });

  test('a job whose time has come again has not waited while it was put off', async () => {
    const { lanes, enqueue, finish } = createStory({ concurrency: 1 });
    enqueue('pull 1', 'limited', ({ attempt }) =>
      Promise.resolve(attempt === 0 ? { kind: 'again', afterMilliseconds: 3_600_000 } : { kind: 'done' }),
    );
    enqueue('pull 2', 'runs');
    await finish('nothing');
    await finish('nothing');
    expect(await lanes.readBacklog()).toMatchObject({ waiting: 1, putOff: 0, oldestSeconds: 0 });
    await finish('runs');
    await lanes.whenIdle();
  });
});
