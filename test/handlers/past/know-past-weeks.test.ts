// What a fill is told of past weeks.
import { expect, test } from '@jest/globals';
import { createMemoryWeeks } from '../../../src/adapters/past/memory-weeks.ts';
import { defaultConfig } from '../../../src/config/defaults.ts';
import { knowPastWeeks } from '../../../src/handlers/past/know-past-weeks.ts';
import { toManner } from '../../../src/handlers/past/to-manner.ts';
import { createPastTools } from '../../../src/handlers/past/past-tools.ts';
import type { PastWeekStore, WeeksRequest, WeekTrainer } from '../../../src/ports/past-weeks.ts';
import type { SectionRequest } from '../../../src/ports/section-sources.ts';
import { learnPacks } from '../../../src/sections/updates/learn-packs.ts';
import { packWeek } from '../../../src/sections/updates/pack-week.ts';
import { toDay } from '../../../src/shared/brand.ts';
import { sampleWeek } from '../../sections/sample-week.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { sampleWeeks } from '../../support/past-weeks.ts';

const never = () => Promise.reject(new Error('a fill asks nobody'));

const request: SectionRequest = {
  repository: { installationId: 1, owner: 'Ferris', repository: 'news' },
  ...{ config: defaultConfig, issueDate: sampleWeek().issue, sectionIds: undefined },
  ...{ from: new Date('2026-02-24T18:00:00Z'), until: new Date('2026-03-03T18:00:00Z') },
};

/** Six past weeks, the last of 2026-02-25. */
async function start(changes: { store?: PastWeekStore; learnWeeks?: WeekTrainer['learnWeeks'] } = {}) {
  const store = changes.store ?? createMemoryWeeks(1);
  const manner = toManner(defaultConfig.fill);
  for (const week of sampleWeeks(6, { picked: 'Refactor', passed: 'Stabilize' })) {
    await store.keep('1 ferris/news', { issue: week.issue, manner, pack: packWeek(week) });
  }
  const learnt: WeeksRequest[] = [];
  const learnWeeks: WeekTrainer['learnWeeks'] = (asked) => {
    learnt.push(asked);
    return Promise.resolve({ kind: 'learnt', lesson: learnPacks(asked) });
  };
  const past = createPastTools({
    ...{ store, issues: { listIssues: never, readIssue: never }, reader: { readFacts: never } },
    trainer: { learnWeeks: changes.learnWeeks ?? learnWeeks, close: never },
  });
  const { log, lines } = createMemoryLog();
  const know = (other: Partial<SectionRequest> = {}) => knowPastWeeks(past, log, { ...request, ...other });
  return { store, learnt, lines, know };
}

test('the weeks before an issue teach it, once, until another week is known', async () => {
  const s = await start();
  const first = await s.know();
  expect([first?.wanted, first?.lesson?.weeks]).toEqual([26, 6]);
  expect((await s.know())?.lesson).toBe(first?.lesson);
  expect(s.learnt).toHaveLength(1);
  const manner = toManner(defaultConfig.fill);
  await s.store.keep('1 ferris/news', {
    issue: '2026-01-07',
    manner,
    pack: packWeek({ issue: '2026-01-07', merged: [], listed: [] }),
  });
  await s.know();
  expect(s.learnt.map(({ packs }) => packs.length)).toEqual([6, 7]);
});

test('a past issue that is filled again learns nothing of itself or of what came after it', async () => {
  const s = await start();
  const past = toDay('2026-02-11');
  expect((await s.know(past && { issueDate: past }))?.lesson?.weeks).toBe(3);
});

test('weeks that were asked for in another manner are unknown', async () => {
  const s = await start();
  const fill = { ...defaultConfig.fill, cut: { daysBefore: 2, time: '12:00' } };
  expect(await s.know({ config: { ...defaultConfig, fill } })).toEqual({ lesson: undefined, wanted: 26 });
});

test.each<[string, WeekTrainer['learnWeeks'], string]>([
  ['takes too much', () => Promise.resolve({ kind: 'failed', reason: 'memory' }), 'took too much'],
  ['has a bug', () => Promise.reject(new Error('a bug')), 'Learning from past weeks failed'],
])('where learning %s the sections are filled without, and the next fill tries again', async (_, learnWeeks, said) => {
  const s = await start({ learnWeeks });
  expect(await s.know()).toEqual({ lesson: undefined, wanted: 26 });
  await s.know();
  expect(s.lines.filter((line) => line.includes(said))).toHaveLength(2);
});

test('a store that does not answer stops no fill', async () => {
  const s = await start({ store: { ...createMemoryWeeks(1), list: () => Promise.resolve(undefined) } });
  expect(await s.know()).toEqual({ lesson: undefined, wanted: 26 });
});
