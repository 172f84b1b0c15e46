import { Cron } from 'croner';

/** A schedule that runs. */
export interface Schedule {
  readonly stop: () => void;
}

/**
 * Runs a task now and at every time of a cron pattern; a run that takes longer than to the next time is not started twice. What
 * the task throws is handed to `onError` and ends nothing.
 */
export function startSchedule(pattern: string, task: () => Promise<void>, onError: (error: unknown) => void): Schedule {
  const cron = new Cron(pattern, { protect: true, catch: onError, unref: true }, task);
  void cron.trigger();
  return { stop: () => cron.stop() };
}
