import type { PublishedLink } from '../../archive/published-link.ts';
import type { SectionTrainer } from '../../ports/section-trainer.ts';
import { createTrainingTurns } from '../worker/training-turns.ts';
import type { TrainingReply, TrainingRequest } from './protocol.ts';
import { getWorkerUrl } from '../worker/worker-url.ts';

export interface TrainerOptions {
  /** How long one training may take, with loading the worker's code. */
  readonly deadlineMilliseconds: number;
  /** The worker's code; by default the real one, beside this file. */
  readonly workerUrl?: URL;
  /** How much the worker may remember, apart from the large arrays of numbers. */
  readonly memoryMegabytes?: number;
}

/** Twice what the archive of 13 years takes. */
const MEMORY_MEGABYTES = 96;

/** A trainer whose worker starts for each training and ends with it, so that it keeps no memory in between. */
export function createSectionTrainer({
  deadlineMilliseconds,
  workerUrl = getWorkerUrl(import.meta.url),
  memoryMegabytes = MEMORY_MEGABYTES,
}: TrainerOptions): SectionTrainer {
  const turns = createTrainingTurns<TrainingRequest, TrainingReply>({
    deadlineMilliseconds,
    workerUrl,
    memoryMegabytes,
  });
  return {
    trainSections: async (links) => {
      const end = await turns.run({ links: links.map(toTaught) });
      if (end.kind === 'failed') return end;
      const { model } = end.reply;
      return model === undefined ? { kind: 'too-little' } : { kind: 'trained', model };
    },
    close: turns.close,
  };
}

/** An archive knows more of its links than is learnt from, which need not be copied. */
function toTaught({ date, number, section, prefix, title, url }: PublishedLink): PublishedLink {
  return { date, number, section, prefix, title, url };
}
