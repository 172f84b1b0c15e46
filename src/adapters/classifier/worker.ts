import { parentPort } from 'node:worker_threads';
import type { SectionModel } from '../../classifier/section-model.ts';
import { trainSections } from '../../classifier/train-sections.ts';
import type { TrainingReply, TrainingRequest } from './protocol.ts';

/** The large arrays move to the asker instead of being copied. */
function listBuffers(model: SectionModel | undefined): readonly ArrayBuffer[] {
  if (model === undefined) return [];
  const { vocabulary, title, whole } = model;
  return [
    ...[vocabulary.title, vocabulary.whole].flatMap(({ numbers, rarity }) => [numbers.buffer, rarity.buffer]),
    ...[title, whole].map(({ weights }) => weights.buffer),
  ].filter((buffer) => buffer instanceof ArrayBuffer);
}

const port = parentPort;
port?.once('message', ({ links }: TrainingRequest) => {
  const model = trainSections(links);
  port.postMessage({ model } satisfies TrainingReply, listBuffers(model));
});
