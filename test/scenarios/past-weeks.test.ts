// What editors pick is learnt from the issues that they published, a week a look, and ranks the next one.
import { expect, test } from '@jest/globals';
import { CODE, OTHER_SECTIONS, writeUpdates } from '../support/crab-sections.ts';
import { DRAFT, writeIssue } from '../support/sample-newsletter.ts';
import { readOnGitHub } from '../support/start-proposal.ts';
import { type Scenario, startScenario, useScenarios } from '../support/start-scenario.ts';

const open = useScenarios(startScenario);

/** By its rates bells are listed and bolts are not. */
const updates = writeUpdates({
  listed: 'usual: 2, list: shortlist',
  pickRates: "{ 'feat:': 0.9, '': 0.1 }",
  types: '[fix, feat]',
  rest: '    pastWeeks: 5\n',
});

const configuration = `
mode: publish
fill:
  cut: { daysBefore: 1, time: '18:00' }
${updates}\
  approvedRfcs: false
${OTHER_SECTIONS}`;

const DAY = 86_400_000;

/** The Wednesday so many weeks before the issue of 2026-03-04. */
function toIssue(weeksAgo: number): string {
  return new Date(Date.parse('2026-03-04') - weeksAgo * 7 * DAY).toISOString().slice(0, 10);
}

interface Change {
  readonly number: number;
  readonly title: string;
  readonly mergedAt: string;
}

/** Three bolts and three bells, merged on the Friday before an issue. */
function listMerged(weeksAgo: number): readonly Change[] {
  const mergedAt = new Date(Date.parse(toIssue(weeksAgo)) - 5 * DAY).toISOString();
  return [0, 1, 2].flatMap((index) => {
    const number = 10 * (weeksAgo + 1) + 2 * index;
    return [
      { number, title: `fix(door): Mend bolt ${number}`, mergedAt },
      { number: number + 1, title: `feat(door): Add bell ${number + 1}`, mergedAt },
    ];
  });
}

/** What its editors made of a week: bolts, without the door. */
function publish(weeksAgo: number): string {
  const bolts = listMerged(weeksAgo).filter(({ title }) => title.startsWith('fix'));
  const lines = bolts.map(({ number }) => `* [mend bolt ${number}](https://github.com/${CODE}/pull/${number})`);
  return `${writeIssue(toIssue(weeksAgo), 641 - weeksAgo)}\n## Merged\n\n#### Shell\n${lines.join('\n')}\n`;
}

/** Six issues are out, of which five are to be known, and one of them lists nothing. It is Sunday. */
async function start(): Promise<Scenario> {
  const issues = [1, 2, 3, 4, 6, 5].map((weeksAgo): [string, string] => [
    `content/${toIssue(weeksAgo)}-news.md`,
    weeksAgo === 3 ? writeIssue(toIssue(weeksAgo), 638) : publish(weeksAgo),
  ]);
  const scenario = await open({
    ...{ start: '2026-03-01T09:00:00Z', sources: 'github' },
    files: {
      ...Object.fromEntries(issues),
      [DRAFT]: `${writeIssue('2026-03-04', 641)}\n## Merged\n\n`,
      '.github/copydesk.yml': configuration,
    },
    permissions: { contents: 'write', issues: 'write', pull_requests: 'write', checks: 'write' },
  });
  const { people } = scenario.sandbox;
  const files = { 'README.md': 'x' };
  await people.createRepository({ repo: CODE, isOrganization: true, files, date: '2026-01-01T00:00:00Z' });
  const pulls = [0, 1, 2, 3, 4, 5, 6].flatMap(listMerged);
  await people.tellOfMerged({ repo: CODE, pulls: [...pulls] });
  return scenario;
}

/** Looks, ten minutes apart; returns what of a past week each asked GitHub for. */
async function look(s: Scenario, times: number): Promise<readonly (readonly string[])[]> {
  const asked: (readonly string[])[] = [];
  for (let time = 0; time < times; time += 1) {
    s.takeRequests();
    await s.look();
    asked.push(s.takeRequests().filter((operation) => /ReadObjects|ReadMergedPulls/.test(operation)));
    await s.clock.sleep(600_000);
  }
  return asked;
}

/** On Tuesday evening: how the list was ranked, and the list. */
async function fill(s: Scenario): Promise<readonly string[]> {
  await s.clock.sleep(Date.parse('2026-03-03T18:05:00Z') - s.clock.now().getTime());
  await s.look();
  const { repositories } = await s.sandbox.state();
  const proposal = repositories.flatMap(({ pulls }) => pulls).find(({ author }) => author.isBot);
  const branch = await readOnGitHub(s, 'copydesk/fill-2026-03-04');
  return [
    ...(/^- (Ranked .*)$/m.exec(proposal?.body ?? '')?.slice(1) ?? []),
    ...[...branch.matchAll(/^\* \[(.*)\]\(.*\/crabs\/shell/gm)].map(([, text = '']) => text),
  ];
}

const LIST = 'graphql query ReadObjects';
const MERGED = 'graphql query ReadMergedPulls';
const BY_RATES = ['add bell 11', 'add bell 13'];
const BY_HABIT = ['mend bolt 10', 'mend bolt 12'];

test('a look learns one week; once all are known the next issue follows what editors did, in what they list and how', async () => {
  const s = await start();
  expect(await look(s, 7)).toEqual([
    [LIST, LIST, MERGED],
    [LIST, LIST, MERGED],
    // The issue that lists nothing.
    [LIST, LIST],
    [LIST, LIST, MERGED],
    [LIST, LIST, MERGED],
    // All are known, and nothing more is asked for some hours.
    [LIST],
    [],
  ]);
  expect(await fill(s)).toEqual(['Ranked by what the editors listed in 4 past weeks.', ...BY_HABIT]);
});

test('until enough is known the configured rates rank, and the proposal says so; words are learnt from the first week on', async () => {
  const s = await start();
  await look(s, 2);
  expect(await fill(s)).toEqual(['Ranked by the configured rates: 2 of 5 past weeks are known.', ...BY_RATES]);
});

test('without a database a process that starts anew learns anew', async () => {
  const s = await start();
  await look(s, 6);
  await s.restart();
  expect((await look(s, 1))[0]).toEqual([LIST, LIST, MERGED]);
});

test('a limit in the middle of a week ends the look, and the next one goes on with that week', async () => {
  const s = await start();
  const limit = { kind: 'secondary-limit', retryAfter: 60 } as const;
  s.sandbox.faults.addApiFault({ on: 'ReadMergedPulls', times: 1, fault: limit });
  await look(s, 6);
  expect(s.logLines.join('')).toContain('A past week could not be learnt now');
  expect(await fill(s)).toEqual(['Ranked by what the editors listed in 4 past weeks.', ...BY_HABIT]);
});

test('an issue that comes out is learnt, once', async () => {
  const s = await start();
  await look(s, 6);
  await s.clock.sleep(Date.parse('2026-03-05T09:00:00Z') - s.clock.now().getTime());
  await s.publish({ [`content/${toIssue(0)}-news.md`]: publish(0), [DRAFT]: null });
  expect(await look(s, 3)).toEqual([[LIST, LIST, MERGED], [LIST], []]);
});
