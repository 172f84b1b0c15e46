import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { startSchedule } from '../../../src/adapters/schedule/start-schedule.ts';

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-03-03T17:50:00Z') });
});

afterEach(() => {
  jest.useRealTimers();
});

test('a task runs at once and at its times, whatever becomes of it, until it is stopped', async () => {
  const runs: string[] = [];
  const errors: unknown[] = [];
  const schedule = startSchedule(
    '*/15 * * * *',
    () => {
      runs.push(new Date().toISOString().slice(11, 16));
      return Promise.reject(new Error('no'));
    },
    (error) => errors.push(error),
  );
  await jest.advanceTimersByTimeAsync(40 * 60_000);
  schedule.stop();
  await jest.advanceTimersByTimeAsync(40 * 60_000);
  expect(runs).toEqual(['17:50', '18:00', '18:15', '18:30']);
  expect(errors).toHaveLength(4);
});
