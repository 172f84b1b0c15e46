import { expect, test } from '@jest/globals';
import { DRAFT } from '../support/sample-newsletter.ts';
import { BRANCH, EMPTY, type ProposalScenario, refresh, startProposal } from '../support/start-proposal.ts';
import { REPOSITORY, useScenarios } from '../support/start-scenario.ts';

const start = useScenarios(startProposal);

async function readBody(s: ProposalScenario): Promise<string> {
  return (await s.findProposals())[0]?.body ?? '';
}

test('a section that somebody works on is left to them though there is something for it only now', async () => {
  const s = await start();
  s.week.rfcs = [];
  await s.look();
  const number = await s.submit({ files: EMPTY.replace(/<!-- Use either[^>]*-->/, '* [mine](https://m.test)') });
  s.week.rfcs = ['* [RFC: Crabs](https://github.com/rust-lang/rfcs/pull/7)'];
  await refresh(s);
  expect(s.readBranch()).toContain('<!-- Use either');
  expect(s.readBranch()).not.toContain('RFC: Crabs');
  expect(await readBody(s)).toContain(`Left alone: [pull request ${number}](`);
  await s.sandbox.people.closePullRequest({ repo: REPOSITORY, number, by: 'ada' });
  await refresh(s);
  expect(s.readBranch()).toContain('These were approved:\n\n* [RFC: Crabs]');
});

test('a section that somebody begins to work on after it was filled stays as it is', async () => {
  const s = await start();
  await s.look();
  await s.edit((text) => text.replace('[change 1]', '[ours]'));
  const before = s.readWhole();
  const mine = EMPTY.replace('<!-- Rust updates go here -->', '* [mine](https://m.test)');
  const number = await s.submit({ files: mine });
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  await refresh(s);
  expect(s.readWhole()).toBe(before);
  expect(await readBody(s)).toContain(`Left alone: [pull request ${number}](`);
  await s.sandbox.people.closePullRequest({ repo: REPOSITORY, number, by: 'ada' });
  await refresh(s);
  expect(s.readBranch()).toContain('* [ours](https://github.com/rust-lang/rust/pull/1)\n* [change 2]');
  expect(s.readBranch()).toContain('* [change 3]');
});

test('a comment that an editor leaves open in the branch keeps its section as it is, and is told of', async () => {
  const s = await start();
  await s.look();
  await s.edit((text) => text.replace('* [change 9]', '<!-- later\n* [change 9]'));
  const before = s.readWhole();
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  await refresh(s);
  expect(s.readWhole()).toBe(before);
  const line = before.split('\n').indexOf('<!-- later') + 1;
  expect(await readBody(s)).toContain(`Left alone: the comment that begins on line ${line} in this branch is never`);
});

test('a draft that editors renamed or took out of the branch does not come back, and that is told', async () => {
  const s = await start();
  await s.look();
  const renamed = { [DRAFT]: null, 'draft/2026-03-04-renamed.md': s.readWhole().replace('[change 1]', '[ours]') };
  await s.sandbox.people.push({ repo: REPOSITORY, by: 'grace', branch: BRANCH, files: renamed });
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  await refresh(s);
  expect(s.readWhole()).toBe('');
  expect(await readBody(s)).toContain('Left alone: the draft is not in this branch');
  const number = (await s.findProposals())[0]?.number ?? 0;
  await s.say(number, 'grace', '/copydesk fill');
  expect(s.readWhole()).toBe('');
  expect(await s.read(number)).toContain('The draft is not in the proposal’s branch');
  await s.sandbox.people.push({
    repo: REPOSITORY,
    by: 'grace',
    branch: BRANCH,
    files: { [DRAFT]: renamed['draft/2026-03-04-renamed.md'], 'draft/2026-03-04-renamed.md': null },
  });
  await refresh(s);
  expect(s.readBranch()).toContain('* [ours](https://github.com/rust-lang/rust/pull/1)\n* [change 2]');
  expect(s.readBranch()).toContain('* [change 3]');
});

test('a branch of the proposal’s name without the draft gets no proposal', async () => {
  const s = await start();
  const files = { [DRAFT]: null, 'draft/2026-03-04-renamed.md': EMPTY };
  await s.sandbox.people.push({ repo: REPOSITORY, by: 'grace', branch: BRANCH, files });
  await s.look();
  expect(await s.findProposals()).toEqual([]);
  expect(s.readWhole()).toBe('');
});
