// One look at the past of a newsletter, with GitHub as plain data.
import { expect, test } from '@jest/globals';
import { createMemoryWeeks } from '../../../src/adapters/past/memory-weeks.ts';
import { defaultUpdates } from '../../../src/config/default-updates.ts';
import { defaultConfig } from '../../../src/config/defaults.ts';
import type { Config } from '../../../src/config/schema.ts';
import { isResting, learnPastWeek } from '../../../src/handlers/past/learn-past-week.ts';
import { createPastTools, type PastTools } from '../../../src/handlers/past/past-tools.ts';
import type { Outcome, RepositoryRef } from '../../../src/ports.ts';
import type { PastIssueList, PastWeekStore } from '../../../src/ports/past-weeks.ts';
import type { Desk } from '../../../src/ports/proposals.ts';
import type { SectionFactsRequest, WeekFacts } from '../../../src/ports/section-facts.ts';
import { toCommitSha, toDay, toRepositoryPath } from '../../../src/shared/brand.ts';
import { createFixedClock, type FixedClock } from '../../support/fixed-clock.ts';
import { createMemoryLog } from '../../support/memory-log.ts';

const repository: RepositoryRef = { installationId: 1, owner: 'Ferris', repository: 'news' };
const never = () => Promise.reject(new Error('not asked for here'));

const text = `## ${defaultUpdates.heading}\n\n#### Cargo\n* [mend it](https://github.com/rust-lang/cargo/pull/1)\n`;
const days = ['2026-02-25', '2026-02-18', '2026-02-11'];

interface Given {
  config: Config;
  limitLeft: number;
  store: PastWeekStore;
  /** Issues of whose week GitHub does not give all, as the day before. */
  gaps: readonly string[];
}

/** A newsletter with three issues, all about the same change. */
function start(changes: Partial<Given> = {}) {
  const given: Given = {
    config: {
      ...defaultConfig,
      mode: 'publish',
      fill: { ...defaultConfig.fill, updates: { ...defaultUpdates, pastWeeks: 2 } },
    },
    ...{ limitLeft: 1, store: createMemoryWeeks(1), gaps: [], ...changes },
  };
  const asked: SectionFactsRequest[] = [];
  const clock = createFixedClock();
  const past = createPastTools({
    issues: {
      listIssues: () => Promise.resolve({ ok: true, value: listIssues(given) }),
      readIssue: () => Promise.resolve({ ok: true, value: text }),
    },
    reader: {
      readFacts: (request) => {
        asked.push(request);
        return Promise.resolve(readFacts(given.gaps.includes(request.issue)));
      },
    },
    store: given.store,
    trainer: { learnWeeks: never, close: never },
  });
  const look = async () => {
    await learnPastWeek(toDeps(given, past, clock), {
      ...{ kind: 'learn-week', repository, cause: { delivery: 'd', event: 'schedule' } },
    });
    const kept = (await given.store.list('1 ferris/news')) ?? [];
    return kept.map(({ issue }) => issue).toSorted();
  };
  return { given, asked, clock, look, isResting: () => isResting(past, repository, clock.now()) };
}

function listIssues({ limitLeft }: Given): PastIssueList {
  const issues = days.flatMap((day) => {
    const issue = toDay(day);
    return issue === undefined ? [] : [{ issue, path: toRepositoryPath(`content/${day}.md`) }];
  });
  return { issues, limitLeft };
}

function readFacts(isCut: boolean): Outcome<WeekFacts> {
  const gap = isCut ? 'GitHub gave 1 of 2.' : undefined;
  return { ok: true, value: { facts: { updates: { count: 0, items: [], queried: [], gap } }, issues: [] } };
}

function toDeps({ config }: Given, past: PastTools, clock: FixedClock) {
  const configuration = { config, mistake: undefined, isWritten: true };
  const place = { repositoryId: '1', defaultBranch: 'main', url: '', head: toCommitSha('') };
  const desk = { ...place, configuration, drafts: [], archived: [], missing: [] };
  const readDesk = (): Promise<Outcome<Desk>> => Promise.resolve({ ok: true, value: desk });
  return { clock, log: createMemoryLog().log, fill: { proposals: { readDesk }, past } };
}

test('weeks are learnt from the newest on, so many as are wanted, and older ones are forgotten', async () => {
  const s = start();
  await s.given.store.keep('1 ferris/news', { issue: '2026-02-11', manner: 'of old', pack: '' });
  expect(await s.look()).toEqual(['2026-02-11', '2026-02-25']);
  expect(await s.look()).toEqual(['2026-02-11', '2026-02-18', '2026-02-25']);
  expect(s.isResting()).toBe(false);
  expect(await s.look()).toEqual(['2026-02-18', '2026-02-25']);
  expect(s.isResting()).toBe(true);
  await s.clock.sleep(6 * 3_600_000);
  expect(s.isResting()).toBe(false);
});

test('a name that another account has taken over brings it nothing of what was learnt under it', async () => {
  const store = createMemoryWeeks(2);
  await store.keep('2 ferris/news', { issue: '2026-02-25', manner: 'of another', pack: 'of another' });
  expect(await start({ store }).look()).toEqual(['2026-02-25']);
  expect(await store.list('2 ferris/news')).toEqual([{ issue: '2026-02-25', manner: 'of another' }]);
});

test('weeks share no instant and leave none out; what the next issue may still list belongs to the next', async () => {
  const s = start();
  await s.look();
  await s.look();
  expect(s.asked.map(({ window }) => window)).toEqual([
    { from: '2026-02-16T18:00:00Z', until: '2026-02-23T18:00:00Z' },
    { from: '2026-02-09T18:00:00Z', until: '2026-02-16T18:00:00Z' },
  ]);
});

test.each([
  ['only reviews', { mode: 'review' as const }],
  ['fills no updates', { fill: { ...defaultConfig.fill, updates: false as const } }],
  ['wants no past weeks', { fill: { ...defaultConfig.fill, updates: { ...defaultUpdates, pastWeeks: 0 } } }],
])('of a newsletter that %s nothing is learnt', async (_, changes) => {
  const s = start({ config: { ...defaultConfig, mode: 'publish', ...changes } });
  expect(await s.look()).toEqual([]);
  expect([s.asked.length, s.isResting()]).toEqual([0, true]);
});

test('where little of the hour’s requests is left, they are for others; later it goes on', async () => {
  const s = start({ limitLeft: 0.49 });
  expect(await s.look()).toEqual([]);
  s.given.limitLeft = 0.5;
  expect(await s.look()).toEqual(['2026-02-25']);
});

test('a week that GitHub does not give in full holds up no other, and is not asked for for ever', async () => {
  const s = start({ gaps: ['2026-02-24'] });
  expect(await s.look()).toEqual([]);
  expect(await s.look()).toEqual(['2026-02-18']);
  for (let time = 0; time < 10; time += 1) await s.look();
  expect(s.asked.map(({ issue }) => issue).filter((day) => day === '2026-02-24')).toHaveLength(5);
  expect(s.isResting()).toBe(true);
});

test('where nothing can be kept, nothing is asked for again and again', async () => {
  const memory = createMemoryWeeks(0);
  const full = start({ store: memory });
  for (let time = 0; time < 3; time += 1) await full.look();
  expect(full.asked).toHaveLength(1);
  const away = start({ store: { ...memory, list: () => Promise.resolve(undefined) } });
  await away.look();
  expect([away.asked.length, away.isResting()]).toEqual([0, true]);
});
