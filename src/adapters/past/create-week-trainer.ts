import type { WeeksRequest, WeekTrainer } from '../../ports/past-weeks.ts';
import type { WeeksLesson } from '../../sections/updates/learn-weeks.ts';
import { createTrainingTurns } from '../worker/training-turns.ts';
import { getWorkerUrl } from '../worker/worker-url.ts';

/** Twice what 26 weeks of 700 pull requests take. */
const MEMORY_MEGABYTES = 96;

/** A trainer whose worker starts for each lesson and ends with it. `deadlineMilliseconds` is for one lesson, with loading its code. */
export function createWeekTrainer({ deadlineMilliseconds }: { readonly deadlineMilliseconds: number }): WeekTrainer {
  const options = { deadlineMilliseconds, workerUrl: getWorkerUrl(import.meta.url), memoryMegabytes: MEMORY_MEGABYTES };
  const turns = createTrainingTurns<WeeksRequest, WeeksLesson>(options);
  return {
    learnWeeks: async (request) => {
      const end = await turns.run(request);
      return end.kind === 'failed' ? end : { kind: 'learnt', lesson: end.reply };
    },
    close: turns.close,
  };
}
