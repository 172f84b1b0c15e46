// What one past week costs, and what comes of it.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createPastIssues } from '../../../../src/adapters/github/sections/create-past-issues.ts';
import { createSectionFacts } from '../../../../src/adapters/github/sections/create-section-facts.ts';
import { createTokenQuery } from '../../../../src/adapters/github/token-query.ts';
import { createMemoryWeeks } from '../../../../src/adapters/past/memory-weeks.ts';
import { defaultConfig } from '../../../../src/config/defaults.ts';
import { createPastTools } from '../../../../src/handlers/past/past-tools.ts';
import { readPastWeek } from '../../../../src/handlers/past/read-past-week.ts';
import { defaultUpdates } from '../../../../src/config/default-updates.ts';
import { unpackWeek } from '../../../../src/sections/updates/pack-week.ts';
import { systemClock } from '../../../../src/adapters/clock.ts';
import { startWeek, type Week } from './ask-github.ts';

let week: Week;
beforeEach(async () => {
  week = await startWeek();
});
afterEach(() => week.close());

const repository = { installationId: 0, owner: 'ferris', repository: 'news' };
const listed = '* [change 3](https://github.com/rust-lang/rust/pull/3)';
const never = () => Promise.reject(new Error('nothing is learnt here'));

function createTools() {
  const query = createTokenQuery({
    apiUrl: week.sandbox.url,
    token: week.token,
    clock: systemClock,
    userAgent: 'test',
  });
  return createPastTools({
    issues: createPastIssues(() => query),
    reader: createSectionFacts(() => query),
    store: createMemoryWeeks(1),
    trainer: { learnWeeks: never, close: never },
  });
}

test('a week of 700 merged pull requests takes 11 requests and 18 points', async () => {
  const { people } = week.sandbox;
  const [from, until] = [Date.parse('2026-02-16T18:00:00Z'), Date.parse('2026-02-23T18:00:00Z')];
  const pulls = Array.from({ length: 700 }, (_, index) => ({
    number: index + 1,
    title: `Change ${index + 1}`,
    mergedAt: new Date(from + ((until - from) * index) / 700).toISOString(),
    files: [{ path: 'compiler/x.rs' }],
  }));
  await people.tellOfMerged({ repo: 'rust-lang/rust', pulls });
  const text = `## ${defaultUpdates.heading}\n\n#### Compiler\n${listed}\n`;
  const files = {
    'content/2026-02-25-news.md': text,
    'content/README.md': 'no issue',
    'content/2026-02-18-news.md': 'x',
  };
  await people.push({ repo: 'ferris/news', by: 'ferris', files });
  const links = 'See https://github.com/rust-lang/rust/pull/7, https://github.com/rust-lang/rust/pull/8';
  const logs = { 'triage/2026/2026-02-23.md': links, 'triage/2026/2026-02-25.md': 'later' };
  await people.push({ repo: 'rust-lang/rustc-perf', by: 'ann', files: logs });
  const tools = createTools();
  const list = await tools.issues.listIssues(repository, defaultConfig);
  const [newest] = list.ok ? list.value.issues : [];
  if (newest === undefined) throw new Error('there are issues');
  const read = await readPastWeek(tools, { repository, config: defaultConfig, updates: defaultUpdates }, newest);
  const past = read.ok && read.value !== undefined ? unpackWeek(read.value) : undefined;
  expect(past?.listed).toEqual([{ key: 'rust-lang/rust#3', heading: 'Compiler', text: 'change 3' }]);
  expect(past?.merged).toHaveLength(700);
  expect(past?.merged.filter(({ isInTriage }) => isInTriage).map(({ number }) => number)).toEqual([7, 8]);
  expect(week.count()).toEqual({ requests: 11, points: 18 });
});
