import { Cron } from 'croner';
import type { CronTimes } from '../../proposals/find-due.ts';

/** Cron patterns by the calendar of any time zone. A pattern or zone that is none has no times. */
export const cronTimes: CronTimes = {
  findLast: (pattern, timeZone, before) => readCron(pattern, timeZone)?.previousRuns(1, before)[0],
  findNext: (pattern, timeZone, after) => readCron(pattern, timeZone)?.nextRun(after) ?? undefined,
};

function readCron(pattern: string, timezone: string): Cron | undefined {
  try {
    const cron = new Cron(pattern, { timezone, paused: true });
    // A zone is only looked at with the first time.
    cron.nextRun();
    return cron;
  } catch {
    return undefined;
  }
}
