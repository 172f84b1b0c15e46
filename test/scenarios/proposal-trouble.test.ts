import { describe, expect, test } from '@jest/globals';
import { DRAFT, writeIssue } from '../support/sample-newsletter.ts';
import { BRANCH, EMPTY, type ProposalScenario, refresh, startProposal } from '../support/start-proposal.ts';
import { REPOSITORY, useScenarios } from '../support/start-scenario.ts';

const start = useScenarios(startProposal);

/** Every write of a proposal's life, by a part of GitHub's name for it. */
const WRITES = ['/git/refs', 'mutation createCommitOnBranch', 'POST /repos/{owner}/{repo}/pulls', 'PATCH'];

/** What stands in the end, whatever went wrong on the way. */
async function tell(s: ProposalScenario): Promise<string> {
  const pulls = await s.findProposals();
  const body = pulls[0]?.body ?? '';
  const commits = (pulls[0]?.timeline ?? []).filter((entry) => entry.kind === 'pushed').map(({ by }) => by.login);
  const ticks = body.split('\n').filter((line) => line.startsWith('- ['));
  return [`${pulls.length} proposal, pushed to by ${commits.join(', ')}`, ...ticks, s.readBranch()].join('\n');
}

/** Filled, edited, and refreshed with something new. */
async function playWeek(s: ProposalScenario): Promise<string> {
  await s.look();
  await s.settle();
  await s.edit((text) => text.replace('[change 1]', '[ours]'));
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  await s.clock.sleep(6 * 3_600_000);
  await s.look();
  await s.settle();
  return tell(s);
}

const PEACE = `1 proposal, pushed to by grace, copydesk[bot]
- [x] [rust 1](https://redirect.github.com/rust-lang/rust/pull/1) \`change 1\`
- [x] [rust 2](https://redirect.github.com/rust-lang/rust/pull/2) \`change 2\`
- [x] [rust 3](https://redirect.github.com/rust-lang/rust/pull/3) \`change 3\`
- [x] [cargo 9](https://redirect.github.com/rust-lang/cargo/pull/9) \`change 9\`
- [ ] [cargo 8](https://redirect.github.com/rust-lang/cargo/pull/8) \`change 8\`
## Updates from the Rust Project

5 were merged

#### Compiler
* [ours](https://github.com/rust-lang/rust/pull/1)
* [change 2](https://github.com/rust-lang/rust/pull/2)
* [change 3](https://github.com/rust-lang/rust/pull/3)

#### Cargo
* [change 9](https://github.com/rust-lang/cargo/pull/9)

### Approved RFCs

These were approved:

* *No RFCs were approved this week.*

## Jobs
`;

test('a week without trouble', async () => {
  expect(await playWeek(await start())).toBe(PEACE);
});

describe.each(WRITES)('where GitHub stumbles over %s', (on) => {
  test.each(['bad-gateway-before', 'bad-gateway-after', 'cut-before', 'cut-after', 'secondary-limit'] as const)(
    'with %s the same stands in the end',
    async (kind) => {
      const s = await start();
      s.sandbox.faults.addApiFault({ on, times: 1, fault: { kind } });
      expect(await playWeek(s)).toBe(PEACE);
    },
  );
});

test('a run that ended between branch and commit leaves no trace in a section with nothing in it', async () => {
  const draft = `${writeIssue('2026-03-04', 641)}\n## Updates from the Rust Project\n\n## Approved RFCs\n\n## Jobs\n`;
  const fillFrom = async (isCut: boolean): Promise<string> => {
    const s = await start({ draft });
    const fault = { kind: 'bad-gateway-before' } as const;
    if (isCut) s.sandbox.faults.addApiFault({ on: 'mutation createCommitOnBranch', times: 1, fault });
    await s.look();
    await s.settle();
    return s.readWhole();
  };
  const whole = await fillFrom(false);
  expect(whole).toContain('## Updates from the Rust Project\n\n4 were merged\n');
  expect(await fillFrom(true)).toBe(whole);
});

describe('where nobody remembers what the bot wrote to the branch', () => {
  const RFC = '* [a](https://github.com/rust-lang/rfcs/pull/1)';

  /** Anew in a week in which more was merged, one entry vanished and an RFC was approved. */
  async function fillLater(s: ProposalScenario, wish: 'schedule' | 'command' = 'schedule'): Promise<string> {
    const [, ...rest] = s.week.merged;
    s.week.merged = [...rest, ['Compiler', 3], ['Compiler', 4]];
    s.week.rfcs = [RFC];
    if (wish === 'schedule') await refresh(s);
    else await s.say((await s.findProposals())[0]?.number ?? 0, 'grace', '/copydesk fill');
    return s.readBranch();
  }

  /** The process ended between the commit and the opening of the pull request. */
  async function startCut(): Promise<ProposalScenario> {
    const s = await start();
    const fault = { kind: 'bad-gateway-before' } as const;
    s.sandbox.faults.addApiFault({ on: 'POST /repos/{owner}/{repo}/pulls', fault });
    await s.look();
    s.sandbox.faults.clear();
    expect([s.readBranch().includes('[change 1]'), await s.findProposals()]).toEqual([true, []]);
    await s.restart();
    return s;
  }

  const LATER = PEACE.slice(PEACE.indexOf('## Updates'))
    .replace('[ours](https://github.com/rust-lang/rust/pull/1)\n* ', '')
    .replace(/(\* \[change )3(\].*pull\/)3\)/, '$13$23)\n$14$24)')
    .replace('* *No RFCs were approved this week.*', RFC);

  test('a branch that holds nothing but the bot’s own commits begins anew', async () => {
    expect(await fillLater(await startCut())).toBe(LATER);
  });

  test('what an editor does on top of them is kept', async () => {
    const s = await startCut();
    await s.edit((text) => text.replace('[change 2]', '[ours]').replace(/#### Cargo\n.*\n\n/, ''));
    expect(await fillLater(s)).toBe(LATER.replace('[change 2]', '[ours]').replace(/#### Cargo\n.*\n\n/, ''));
  });

  test('a commit in the bot’s name that GitHub did not make for it is an editor’s', async () => {
    const s = await start();
    const text = EMPTY.replace('<!-- Rust updates go here -->', 'Our words.\n\n* [ours](https://ours.test)');
    const order = { repo: REPOSITORY, branch: BRANCH, files: { [DRAFT]: text } };
    await s.sandbox.people.push({ ...order, by: 'copydesk[bot]' });
    const filled = await fillLater(s);
    expect(filled).toContain('Our words.');
    expect(filled).toContain('* [ours](https://ours.test)');
    expect(filled).toContain('[change 3]');
  });

  test('a command fills the branch of a proposal that lost its record, and nothing stands in it twice', async () => {
    const s = await startLost();
    await s.edit((text) => text.replace('[change 2]', '[ours]'));
    expect(await fillLater(s, 'command')).toBe(LATER.replace('[change 2]', '[ours]'));
  });

  /** A proposal whose description lost its record. */
  async function startLost(): Promise<ProposalScenario> {
    const s = await start();
    await s.look();
    await s.describe((body) => body.replace(/<!-- copydesk:.*? -->/g, ''));
    return s;
  }

  /** The process ended between the commit of a refresh and the description. */
  async function startCutRefresh(): Promise<ProposalScenario> {
    const s = await start();
    await s.look();
    await s.edit((text) => text.replace('[change 2]', '[ours]'));
    s.week.merged = [...s.week.merged, ['Compiler', 5]];
    s.sandbox.faults.addApiFault({ on: 'PATCH', fault: { kind: 'bad-gateway-before' } });
    await refresh(s);
    s.sandbox.faults.clear();
    expect(s.readBranch()).toContain('[change 5]');
    await s.restart();
    return s;
  }

  test('a commit that no description tells of is set aside, and what editors did before it is kept', async () => {
    const s = await startCutRefresh();
    s.week.merged = s.week.merged.filter(([, number]) => number !== 5);
    expect(await fillLater(s)).toBe(LATER.replace('[change 2]', '[ours]'));
    expect((await s.findProposals())[0]?.body).not.toContain('Your text stands');
  });

  test('an editor’s commit costs one more look, at the commits alone', async () => {
    const s = await start();
    await s.look();
    await s.edit((text) => text.replace('[change 2]', '[ours]'));
    s.takeRequests();
    await refresh(s);
    const asked = s.takeRequests().filter((operation) => /ReadBranchCommits|ReadBlobs/.test(operation));
    expect(asked).toEqual(['graphql query ReadBranchCommits']);
  });

  test('a branch that editors took back to an earlier commit of ours stays so', async () => {
    const s = await start();
    await s.look();
    const shas: string[] = [];
    for (const number of [5, 6]) {
      s.week.merged = [...s.week.merged, ['Compiler', number]];
      await refresh(s);
      shas.push((await s.findProposals())[0]?.head.sha ?? '');
    }
    const [sha = ''] = shas;
    await s.sandbox.people.setBranch({ repo: REPOSITORY, by: 'grace', branch: BRANCH, sha });
    const filled = await fillLater(s);
    expect(filled).toContain('[change 5]');
    expect(filled).not.toContain('[change 6]');
    expect(filled).toContain('[change 4]');
  });

  test('where GitHub does not tell whose commits there are, all count as the editors’, and the refresh goes on', async () => {
    const s = await startCutRefresh();
    s.sandbox.faults.addApiFault({ on: 'ReadBranchCommits', fault: { kind: 'bad-gateway-before' } });
    const filled = await fillLater(s);
    expect(filled).toContain('[change 4]');
    expect(filled).toContain('[change 5]');
  });

  test('what an editor did on top of such a commit is kept', async () => {
    const s = await startCutRefresh();
    await s.edit((text) => text.replace('[change 5]', '[ours, too]'));
    const filled = await fillLater(s);
    expect(filled).toContain('[ours]');
    expect(filled).toContain('[ours, too]');
    expect(filled).toContain('[change 4]');
  });

  test('where editors wrote the branch anew, too, their words stand, and the description says what was generated', async () => {
    const s = await startLost();
    const files = { [DRAFT]: s.readWhole().replace('[change 2]', '[ours]') };
    const parent = (await s.sandbox.state()).repositories[0]?.pulls[0]?.base.sha ?? '';
    await s.sandbox.people.push({ repo: REPOSITORY, by: 'grace', branch: BRANCH, parent, files });
    const filled = await fillLater(s, 'command');
    expect(filled.match(/were merged/g)).toHaveLength(1);
    expect(filled).toContain('4 were merged\n\n#### Compiler\n* [change 1]');
    expect(filled).toMatch(/\[ours\].*\n\* \[change 3\].*\n\* \[change 4\]/);
    expect((await s.findProposals())[0]?.body).toContain('Your text stands; generated was: `5 were merged`');
  });
});

test('a secondary limit in the middle of a run puts it off and loses nothing', async () => {
  const s = await start();
  await s.look();
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  s.week.meanwhile = () => {
    s.week.meanwhile = () => Promise.resolve();
    s.sandbox.faults.addApiFault({ times: 2, fault: { kind: 'secondary-limit', retryAfter: 90 } });
    return Promise.resolve();
  };
  await s.clock.sleep(6 * 3_600_000);
  await s.look();
  expect(s.readBranch()).toContain('[change 3]');
  expect(s.clock.naps).toContain(90_000);
});

test('a webhook of a tick that comes twice, or never, changes nothing in the end', async () => {
  const s = await start();
  await s.look();
  s.sandbox.faults.addWebhookFault({ on: 'pull_request', times: 1, fault: { kind: 'double' } });
  const tick = (body: string): string => body.replace('- [ ] [cargo 8]', '- [x] [cargo 8]');
  await s.describe(tick);
  const twice = await tell(s);
  expect(twice).toContain('* [change 8]');
  const t = await start();
  await t.look();
  t.sandbox.faults.addWebhookFault({ on: 'pull_request', times: 1, fault: { kind: 'lose' } });
  await t.describe(tick);
  expect(t.readBranch()).not.toContain('[change 8]');
  await t.clock.sleep(6 * 3_600_000);
  await t.look();
  expect(await tell(t)).toBe(twice);
});

test('a command whose webhook comes twice is carried out and answered once', async () => {
  const s = await start();
  const number = await s.submit({ files: { 'README.md': '# Hello\n' } });
  s.sandbox.faults.addWebhookFault({ on: 'issue_comment', times: 1, fault: { kind: 'double' } });
  await s.say(number, 'grace', '/copydesk fill recipes');
  const said = await s.read(number);
  expect(said.split('There is no such section to fill').length - 1).toBe(1);
});

test('somebody else’s pull request from a branch of the proposal’s name is not taken for it', async () => {
  const s = await start();
  const { people } = s.sandbox;
  await people.fork({ repo: REPOSITORY, by: 'mallory' });
  const files = { [DRAFT]: '# Mine\n' };
  await people.push({ repo: 'mallory/news', by: 'mallory', branch: BRANCH, files });
  await people.openPullRequest({ repo: REPOSITORY, by: 'mallory', head: `mallory:${BRANCH}`, title: 'Mine' });
  await s.look();
  expect((await s.findProposals()).map(({ author, state }) => `${author.login} ${state}`)).toEqual([
    'copydesk[bot] open',
  ]);
  expect(s.readBranch()).toContain('[change 1]');
});

test('strangers whose branches have the name of ours do not hide the proposal, however many there are', async () => {
  const s = await start();
  const { people } = s.sandbox;
  await s.look();
  await s.settle();
  const [proposal] = await s.findProposals();
  await people.fork({ repo: REPOSITORY, by: 'mallory' });
  await people.push({ repo: 'mallory/news', by: 'mallory', branch: BRANCH, files: { 'README.md': 'Hello' } });
  for (let time = 0; time < 101; time += 1) {
    const order = { repo: REPOSITORY, by: 'mallory', head: `mallory:${BRANCH}`, title: 'Sections' };
    const { number } = await people.openPullRequest(order);
    await people.closePullRequest({ repo: REPOSITORY, by: 'mallory', number });
  }
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  await s.clock.sleep(6 * 3_600_000);
  await s.look();
  await s.settle();
  const [standing, ...others] = await s.findProposals();
  expect([standing?.number, others]).toEqual([proposal?.number, []]);
  expect(standing?.body).toContain('[rust 3]');
});
