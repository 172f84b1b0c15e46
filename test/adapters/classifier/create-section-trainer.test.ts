import { afterEach, expect, test } from '@jest/globals';
import { createSectionTrainer } from '../../../src/adapters/classifier/create-section-trainer.ts';
import { suggestSection } from '../../../src/classifier/suggest-section.ts';
import { trainSections } from '../../../src/classifier/train-sections.ts';
import { toDay } from '../../../src/shared/brand.ts';
import { sampleArchive } from '../../support/sample-archive.ts';

// Threads are started, and one of them fills its memory.

const archive = sampleArchive(62);
const patient = { deadlineMilliseconds: 60_000 };
const stuck = new URL('./stuck-worker.ts', import.meta.url);
const hungry = new URL('./hungry-worker.ts', import.meta.url);
const broken = new URL('./broken-worker.ts', import.meta.url);

let trainer = createSectionTrainer(patient);
afterEach(() => trainer.close());

test('a model from the worker says what one that was trained here says', async () => {
  trainer = createSectionTrainer(patient);
  const [link, day] = [{ title: 'How to moon', url: 'https://ada.example/lessons/x', prefix: '' }, toDay('2021-12-01')];
  const here = trainSections(archive);
  const training = await trainer.trainSections(archive);
  if (here === undefined || day === undefined || training.kind !== 'trained') throw new Error('both are trained');
  expect(suggestSection(training.model, link, day)).toEqual(suggestSection(here, link, day));
  expect(suggestSection(here, link, day)?.section).toBe('Walkthroughs');
});

test('an archive that is too small to teach is said to be so, also in between', async () => {
  trainer = createSectionTrainer(patient);
  const trainings = await Promise.all([[], archive, archive.slice(0, 20)].map((links) => trainer.trainSections(links)));
  expect(trainings.map(({ kind }) => kind)).toEqual(['too-little', 'trained', 'too-little']);
});

test('gives up at the deadline, each time anew', async () => {
  trainer = createSectionTrainer({ deadlineMilliseconds: 300, workerUrl: stuck });
  for (let time = 0; time < 2; time += 1) {
    expect(await trainer.trainSections(archive)).toEqual({ kind: 'failed', reason: 'deadline' });
  }
});

test('gives up where the training takes more memory than it may', async () => {
  trainer = createSectionTrainer({ ...patient, memoryMegabytes: 24, workerUrl: hungry });
  expect(await trainer.trainSections(archive)).toEqual({ kind: 'failed', reason: 'memory' });
});

test('passes on what is a bug, and takes the next request', async () => {
  trainer = createSectionTrainer({ ...patient, workerUrl: broken });
  await expect(trainer.trainSections(archive)).rejects.toThrow('a bug');
  await expect(trainer.trainSections(archive)).rejects.toThrow('a bug');
});

test('once closed, neither what is under way nor what waits is answered', async () => {
  trainer = createSectionTrainer({ ...patient, workerUrl: stuck });
  const trainings = Promise.allSettled([trainer.trainSections(archive), trainer.trainSections(archive)]);
  await Promise.resolve();
  await trainer.close();
  expect((await trainings).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
