import { parentPort, workerData } from 'node:worker_threads';
import type { SectionModel } from '../../classifier/section-model.ts';
import { trainSections } from '../../classifier/train-sections.ts';
import type { TrainingReply, TrainingRequest } from './protocol.ts';

/** The large arrays move to the asker instead of being copied. */
function listBuffers({ vocabulary, title, whole }: SectionModel): readonly ArrayBufferLike[] {
  return [
    ...[vocabulary.title, vocabulary.whole].flatMap(({ numbers, rarity }) => [numbers.buffer, rarity.buffer]),
    ...[title, whole].map(({ weights }) => weights.buffer),
  ];
}

function learn({ links }: TrainingRequest): void {
  const model = trainSections(links);
  const buffers = model === undefined ? [] : listBuffers(model).filter((buffer) => buffer instanceof ArrayBuffer);
  parentPort?.postMessage({ model } satisfies TrainingReply, buffers);
}

const request: TrainingRequest = workerData;
learn(request);
