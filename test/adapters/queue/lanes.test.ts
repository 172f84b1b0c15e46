import { describe, expect, test } from '@jest/globals';
import { MemoryLanes } from '../../../src/adapters/queue/lanes.ts';
import type { Job } from '../../../src/ports.ts';
import { createFixedClock } from '../../support/fixed-clock.ts';
import { createMemoryLog } from '../../support/memory-log.ts';

/** Lanes, and jobs that tell a diary when they begin and end, and end when they are told to. */
function createStory({ concurrency = 4 } = {}) {
  const clock = createFixedClock();
  const { log, lines } = createMemoryLog();
  const lanes = new MemoryLanes({ concurrency, clock, log });
  const diary: string[] = [];
  const gates = new Map<string, () => void>();
  const job =
    (name: string): Job =>
    async ({ attempt }) => {
      diary.push(`${name} begins${attempt === 0 ? '' : `, attempt ${attempt}`}`);
      await new Promise<void>((resolve) => gates.set(name, resolve));
      diary.push(`${name} ends`);
      return { kind: 'done' };
    };
  const finish = async (name: string) => {
    gates.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clock, lanes, diary, job, finish, lines };
}

describe('lanes', () => {
  test('one job at a time per key, and the newest replaces the one that waits', async () => {
    const { lanes, diary, job, finish } = createStory();
    lanes.enqueue('pull 1', job('first push'));
    lanes.enqueue('pull 1', job('second push'));
    lanes.enqueue('pull 1', job('third push'));
    lanes.enqueue('pull 2', job('other pull'));
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
    const { lanes, job, finish } = createStory();
    const seen: boolean[] = [];
    lanes.enqueue('pull 1', async (turn) => {
      seen.push(turn.isSuperseded());
      lanes.enqueue('pull 1', job('newer'));
      seen.push(turn.isSuperseded());
      return Promise.resolve({ kind: 'done' });
    });
    await finish('nothing');
    await finish('newer');
    await lanes.whenIdle();
    expect(seen).toEqual([false, true]);
  });

  test('no more jobs at once than allowed, the others in order', async () => {
    const { lanes, diary, job, finish } = createStory({ concurrency: 2 });
    for (const name of ['a', 'b', 'c', 'd']) lanes.enqueue(name, job(name));
    expect(diary).toEqual(['a begins', 'b begins']);
    await finish('b');
    expect(diary).toEqual(['a begins', 'b begins', 'b ends', 'c begins']);
    for (const name of ['a', 'c', 'd']) await finish(name);
    await lanes.whenIdle();
  });

  test('a job that was put back returns after its wait, and counts its attempts', async () => {
    const { lanes, clock } = createStory();
    const attempts: string[] = [];
    lanes.enqueue('pull 1', async ({ attempt }) => {
      attempts.push(`${attempt} at ${clock.now().toISOString().slice(11, 19)}`);
      return Promise.resolve(attempt < 2 ? { kind: 'again', afterMilliseconds: 60_000 } : { kind: 'done' });
    });
    await lanes.whenIdle();
    expect(attempts).toEqual(['0 at 09:00:00', '1 at 09:01:00', '2 at 09:02:00']);
  });

  test('a newer job takes the place of one that was put back', async () => {
    const { lanes, diary, job, finish } = createStory();
    lanes.enqueue('pull 1', () => {
      diary.push('limited');
      queueMicrotask(() => lanes.enqueue('pull 1', job('newer')));
      return Promise.resolve({ kind: 'again', afterMilliseconds: 60_000 });
    });
    await finish('nothing');
    await finish('newer');
    await lanes.whenIdle();
    expect(diary).toEqual(['limited', 'newer begins', 'newer ends']);
  });

  test('a job that throws is logged once and does not stop its lane', async () => {
    const { lanes, diary, job, finish, lines } = createStory();
    lanes.enqueue('pull 1', () => Promise.reject(new Error('a bug')));
    lanes.enqueue('pull 1', job('next'));
    await finish('nothing');
    await finish('next');
    await lanes.whenIdle();
    expect(diary).toEqual(['next begins', 'next ends']);
    expect(lines.filter((line) => line.includes('a bug'))).toHaveLength(1);
  });

  test('draining ends what was accepted and accepts no more', async () => {
    const { lanes, diary, job, finish } = createStory();
    lanes.enqueue('pull 1', job('accepted'));
    const drained = lanes.drain(10_000);
    lanes.enqueue('pull 2', job('too late'));
    await finish('accepted');
    await drained;
    expect(diary).toEqual(['accepted begins', 'accepted ends']);
  });

  test('draining does not wait for ever', async () => {
    const { lanes, job, clock } = createStory();
    lanes.enqueue('pull 1', job('hangs'));
    await lanes.drain(10_000);
    expect(clock.naps).toEqual([10_000]);
  });
});
