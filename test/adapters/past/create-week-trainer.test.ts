import { afterEach, expect, test } from '@jest/globals';
import { createWeekTrainer } from '../../../src/adapters/past/create-week-trainer.ts';
import { defaultUpdates } from '../../../src/config/default-updates.ts';
import { learnWeeks } from '../../../src/sections/updates/learn-weeks.ts';
import { packWeek } from '../../../src/sections/updates/pack-week.ts';
import { sampleWeek } from '../../sections/sample-week.ts';
import { sampleWeeks } from '../../support/past-weeks.ts';

// A thread is started.

let trainer = createWeekTrainer({ deadlineMilliseconds: 60_000 });
afterEach(() => trainer.close());

const weeks = sampleWeeks(6, { picked: 'Refactor', passed: 'Stabilize' });
const { issue } = sampleWeek();
const request = { packs: [...weeks.map(packWeek), 'no week'], config: defaultUpdates, issue };

test('the worker learns from packed weeks what would be learnt here, leaving out what is none', async () => {
  expect(await trainer.learnWeeks(request)).toEqual({
    kind: 'learnt',
    lesson: learnWeeks(weeks, defaultUpdates, issue),
  });
});

test('gives up at the deadline', async () => {
  trainer = createWeekTrainer({ deadlineMilliseconds: 1 });
  expect(await trainer.learnWeeks(request)).toEqual({ kind: 'failed', reason: 'deadline' });
});
