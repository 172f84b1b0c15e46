import { expect, test } from '@jest/globals';
import { EMPTY, type ProposalScenario, BRANCH, refresh, startProposal } from '../support/start-proposal.ts';
import { DRAFT, NEXT_DRAFT, NEXT_PUBLISHED, writeIssue } from '../support/sample-newsletter.ts';
import { REPOSITORY, useScenarios } from '../support/start-scenario.ts';

const start = useScenarios(startProposal);

const FIRST = `## Updates from the Rust Project

4 were merged

#### Compiler
* [change 1](https://github.com/rust-lang/rust/pull/1)
* [change 2](https://github.com/rust-lang/rust/pull/2)

#### Cargo
* [change 9](https://github.com/rust-lang/cargo/pull/9)

### Approved RFCs

These were approved:

* *No RFCs were approved this week.*

## Jobs
`;

/** What a person reads of a description. */
function seen(body = ''): string {
  return body.replace(/\s*<!-- copydesk:.*? -->/g, '');
}

function upTo(text: string): string {
  return text.slice(0, text.indexOf('## Updates from the Rust Project'));
}

function tick(body: string, number: number): string {
  return body.replace(new RegExp(`- \\[ \\] (\\[\\w+ ${number}\\])`), '- [x] $1');
}

function untick(body: string, number: number): string {
  return body.replace(new RegExp(`- \\[x\\] (\\[\\w+ ${number}\\])`), '- [ ] $1');
}

async function countCommits(s: ProposalScenario): Promise<number> {
  const [pull] = await s.findProposals();
  return (pull?.timeline ?? []).filter((entry) => entry.kind === 'pushed' && entry.by.isBot).length;
}

test('on Tuesday evening the sections are filled by a pull request, once', async () => {
  const s = await start();
  await s.look();
  await s.look();
  expect(s.readBranch()).toBe(FIRST);
  expect(upTo(s.readWhole())).toBe(upTo(EMPTY));
  const [pull, ...others] = await s.findProposals();
  expect(others).toEqual([]);
  expect(pull).toMatchObject({ title: 'Fill the sections of the issue of 2026-03-04', state: 'open' });
  expect(pull?.head.label).toBe(`ferris:${BRANCH}`);
  expect(seen(pull?.body))
    .toBe(`Sections of \`draft/2026-03-04-this-week-in-ferris.md\` that have a source. Edit them in this branch as you like: a refresh keeps every line that you change, add, move or take out. \`/copydesk fill\` refreshes at once. This description is rewritten by every refresh, but for your ticks: write to each other in comments.

### Updates from the Rust Project

- 4 [merged pull requests](https://redirect.github.com/search?q=is%3Apr), from 2026-02-24 18:00 UTC up to 2026-03-03 18:05 UTC

Tick what is to stand in the section:

**Compiler**

- [x] [rust 1](https://redirect.github.com/rust-lang/rust/pull/1) \`change 1\`
- [x] [rust 2](https://redirect.github.com/rust-lang/rust/pull/2) \`change 2\`

**Cargo**

- [x] [cargo 9](https://redirect.github.com/rust-lang/cargo/pull/9) \`change 9\`
- [ ] [cargo 8](https://redirect.github.com/rust-lang/cargo/pull/8) \`change 8\`

### Approved RFCs

- 1 [RFC](https://redirect.github.com/rust-lang/rfcs), from 2026-02-24 18:00 UTC up to 2026-03-03 18:05 UTC`);
  expect(s.week.requests.map(({ from, until }) => [from, until].map((at) => at.toISOString()))).toEqual([
    ['2026-02-24T18:00:00.000Z', '2026-03-03T18:05:00.000Z'],
  ]);
  expect(s.sandbox.notifications).toEqual([]);
});

test('before it is due nothing happens, and what was due while nobody looked is done once', async () => {
  const s = await start();
  await s.clock.sleep(-6 * 3_600_000);
  await s.look();
  expect(await s.findProposals()).toEqual([]);
  await s.clock.sleep(20 * 3_600_000);
  await s.look();
  await s.look();
  expect(s.week.requests).toHaveLength(1);
  expect(s.readBranch()).toBe(FIRST);
});

test('a refresh brings what is new and keeps what editors edited, moved, took out and added', async () => {
  const s = await start();
  await s.look();
  await s.edit((text) =>
    text
      .replace('[change 1]', '[change one, in our words]')
      .replace(/(\* \[change one.*\n)(\* \[change 2.*\n)/, '$2$1')
      .replace(/\* \[change 9.*\n/, '* [our own find](https://elsewhere.test/)\n'),
  );
  s.week.merged = [
    ['Compiler', 1],
    ['Compiler', 2],
    ['Compiler', 3],
    ['Cargo', 9],
    ['Cargo', 8, false],
    ['Library', 5],
  ];
  s.week.rfcs = ['* [RFC: Crabs](https://github.com/rust-lang/rfcs/pull/7)'];
  await refresh(s);
  expect(s.readBranch()).toBe(`## Updates from the Rust Project

6 were merged

#### Compiler
* [change 2](https://github.com/rust-lang/rust/pull/2)
* [change 3](https://github.com/rust-lang/rust/pull/3)
* [change one, in our words](https://github.com/rust-lang/rust/pull/1)

#### Cargo
* [our own find](https://elsewhere.test/)

#### Library
* [change 5](https://github.com/rust-lang/library/pull/5)

### Approved RFCs

These were approved:

* [RFC: Crabs](https://github.com/rust-lang/rfcs/pull/7)

## Jobs
`);
  const before = s.readWhole();
  await refresh(s);
  await refresh(s);
  expect(s.readWhole()).toBe(before);
  expect(await countCommits(s)).toBe(1);
});

test('an edit stays through any number of refreshes, though the source changes again and again', async () => {
  const s = await start();
  await s.look();
  await s.edit((text) => text.replace('[change 1]', '[ours]').replace(/\* \[change 2.*\n/, ''));
  for (const number of [3, 4]) {
    s.week.merged = [...s.week.merged, ['Compiler', number]];
    await refresh(s);
    expect(s.readBranch()).toContain('* [ours](https://github.com/rust-lang/rust/pull/1)\n');
    expect(s.readBranch()).not.toContain('[change 2]');
    expect(s.readBranch()).toContain(`[change ${number}]`);
  }
  s.week.merged = [['Compiler', 3]];
  await refresh(s);
  expect(s.readBranch()).toContain('#### Compiler\n* [ours](https://github.com/rust-lang/rust/pull/1)\n* [change 3]');
});

test('a repository that was renamed keeps its proposal: what editors edited and took out stays so', async () => {
  const s = await start();
  await s.look();
  await s.edit((text) => text.replace('[change 1]', '[ours]').replace(/\* \[change 2.*\n/, ''));
  await s.sandbox.people.renameRepository({ repo: REPOSITORY, name: 'weekly' });
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  await refresh(s);
  const list = '* [ours](https://github.com/rust-lang/rust/pull/1)\n* [change 3]';
  expect(s.readBranch()).toContain(`5 were merged\n\n#### Compiler\n${list}`);
  expect(s.readBranch().match(/were merged/g)).toHaveLength(1);
  expect(await s.findProposals()).toHaveLength(1);
});

test('a tick puts an entry in at once, an un-tick takes it out, and both outlive refreshes', async () => {
  const s = await start();
  await s.look();
  await s.describe((body) => tick(body, 8));
  expect(s.readBranch()).toContain('#### Cargo\n* [change 8](https://github.com/rust-lang/cargo/pull/8)\n* [change 9]');
  await s.describe((body) => untick(body, 1));
  expect(s.readBranch()).not.toContain('[change 1]');
  s.week.merged = [...s.week.merged, ['Library', 5]];
  await refresh(s);
  expect(s.readBranch()).toContain('[change 8]');
  expect(s.readBranch()).not.toContain('[change 1]');
  const [pull] = await s.findProposals();
  expect(pull?.body).toContain('- [ ] [rust 1]');
  expect(pull?.body).toContain('- [x] [cargo 8]');
  await s.describe((body) => tick(untick(body, 8), 1));
  expect(s.readBranch()).toContain('[change 1]');
  expect(s.readBranch()).not.toContain('[change 8]');
});

test('what was ticked as ranked goes where something better comes, and what people ticked stays', async () => {
  const s = await start();
  await s.look();
  await s.describe((body) => untick(tick(body, 8), 2));
  s.week.merged = [
    ['Compiler', 1, false],
    ['Compiler', 2],
    ['Compiler', 3],
    ['Cargo', 9],
    ['Cargo', 8, false],
  ];
  await refresh(s);
  const list = '#### Compiler\n* [change 3](https://github.com/rust-lang/rust/pull/3)\n\n#### Cargo\n* [change 8]';
  expect(s.readBranch()).toContain(list);
  const [pull] = await s.findProposals();
  const boxes = (pull?.body ?? '').match(/^- \[[ x]\] \[[a-z]+ \d+/gm);
  expect(boxes).toEqual(['- [ ] [rust 1', '- [ ] [rust 2', '- [x] [rust 3', '- [x] [cargo 9', '- [x] [cargo 8']);
  expect([...(s.week.requests.at(-1)?.ticked ?? [])]).toEqual(['https://redirect.github.com/rust-lang/cargo/pull/8']);
  s.week.merged = s.week.merged.map(([heading, number]) => [heading, number]);
  await refresh(s);
  s.week.merged = s.week.merged.map(([heading, number]) => [heading, number, false]);
  await refresh(s);
  expect(s.readBranch()).toContain('[change 8]');
  expect(s.readBranch()).not.toContain('[change 2]');
  expect(s.readBranch()).not.toContain('[change 9]');
});

test('an entry that an editor takes out by hand is un-ticked, and a tick brings it back', async () => {
  const s = await start();
  await s.look();
  const rank = (isTicked: boolean): void => {
    s.week.merged = s.week.merged.map((one) => (one[1] === 2 ? ['Compiler', 2, isTicked] : one));
  };
  const isListed = async (): Promise<string | undefined> =>
    /- \[([ x])\] \[rust 2\]/.exec((await s.findProposals())[0]?.body ?? '')?.[1];
  await s.edit((text) => text.replace(/\* \[change 2\].*\n/, ''));
  await refresh(s);
  expect(await isListed()).toBe(' ');
  for (const isTicked of [false, true]) {
    rank(isTicked);
    await refresh(s);
    expect(s.readBranch()).not.toContain('[change 2]');
    expect(await isListed()).toBe(' ');
  }
  await s.describe((body) => tick(body, 2));
  expect(s.readBranch()).toContain('* [change 1](https://github.com/rust-lang/rust/pull/1)\n* [change 2]');
  await refresh(s);
  expect(await isListed()).toBe('x');
});

test('an entry that an editor takes out and puts back by hand stands, and one below an open comment is not un-ticked', async () => {
  const s = await start();
  await s.look();
  const line = '* [change 2](https://github.com/rust-lang/rust/pull/2)\n';
  await s.edit((text) => text.replace(line, ''));
  await refresh(s);
  await s.edit((text) => text.replace('#### Compiler\n', `#### Compiler\n${line}`));
  await refresh(s);
  await refresh(s);
  expect(s.readBranch()).toContain(line);
  await s.edit((text) => text.replace('#### Cargo', '<!-- later\n#### Cargo'));
  await refresh(s);
  await s.edit((text) => text.replace('<!-- later\n', ''));
  await refresh(s);
  expect(s.readBranch()).toContain('#### Cargo\n* [change 9]');
  expect((await s.findProposals())[0]?.body).toContain('- [x] [cargo 9]');
});

test('an entry that an editor brings in by hand is ticked, whoever or whatever had left it out', async () => {
  const s = await start();
  await s.look();
  await s.edit((text) => text.replace(/\* \[change 2\].*\n/, ''));
  await s.describe((body) => untick(body, 1));
  const line = (number: number, name: string): string =>
    `* [change ${number}](https://github.com/rust-lang/${name}/pull/${number})`;
  await s.edit((text) =>
    text
      .replace('#### Cargo\n', `#### Compiler\n${line(1, 'rust')}\n${line(2, 'rust')}\n\n$&`)
      .replace(line(9, 'cargo'), `$&\n${line(8, 'cargo')}`),
  );
  await refresh(s);
  const body = (await s.findProposals())[0]?.body ?? '';
  expect(body.match(/^- \[[ x]\] \[[a-z]+ \d+/gm)).toEqual([
    '- [x] [rust 1',
    '- [x] [rust 2',
    '- [x] [cargo 9',
    '- [x] [cargo 8',
  ]);
  expect(body).not.toContain('Un-ticked');
  await s.describe((words) => untick(untick(words, 2), 8));
  expect(s.readBranch()).toContain(`#### Compiler\n${line(1, 'rust')}\n\n#### Cargo\n${line(9, 'cargo')}\n\n`);
});

test('a tick in a list that was not asked for is not lost', async () => {
  const s = await start();
  await s.look();
  s.sandbox.faults.addWebhookFault({ on: 'pull_request', times: 1, fault: { kind: 'lose' } });
  await s.describe((body) => tick(body, 8));
  await s.say((await s.findProposals())[0]?.number ?? 0, 'grace', '/copydesk fill Approved RFCs');
  expect(s.readBranch()).not.toContain('[change 8]');
  await s.look();
  expect(s.readBranch()).toContain('[change 8]');
});

test('a tick that is made while the description is rewritten is not lost', async () => {
  const s = await start();
  await s.look();
  s.week.merged = [...s.week.merged, ['Library', 5]];
  s.week.meanwhile = async () => {
    s.week.meanwhile = () => Promise.resolve();
    const [pull] = await s.findProposals();
    const { number, body } = pull ?? { number: 0, body: '' };
    await s.sandbox.people.editPullRequest({ repo: REPOSITORY, number, by: 'grace', body: tick(body, 8) });
  };
  await refresh(s);
  await s.settle();
  expect(s.readBranch()).toContain('[change 8]');
  expect(s.readBranch()).toContain('[change 5]');
});

test('who has no write access ticks nothing', async () => {
  const s = await start();
  await s.look();
  await s.describe((body) => tick(body, 8), 'stranger');
  expect(s.readBranch()).toBe(FIRST);
  expect((await s.findProposals())[0]?.body).toContain('- [ ] [cargo 8]');
});

/** An editor rewrites the proposal's branch: of its commits one is left, with this draft. */
async function rewriteBranch(s: Awaited<ReturnType<typeof start>>, text: string): Promise<void> {
  const parent = (await s.findProposals())[0]?.base.sha ?? '';
  const files = { [DRAFT]: text, 'NOTES.md': 'rewritten' };
  await s.sandbox.people.push({ repo: REPOSITORY, by: 'grace', branch: BRANCH, parent, files });
}

test('a push that rewrites the branch keeps its commits, and the sections are still refreshed', async () => {
  const s = await start();
  await s.look();
  await rewriteBranch(s, s.readWhole().replace('[change 1]', '[ours]'));
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  await refresh(s);
  expect(s.readBranch()).toContain('* [ours](https://github.com/rust-lang/rust/pull/1)\n* [change 2]');
  expect(s.readBranch()).toContain('[change 3]');
  const pushes = (await s.findProposals())[0]?.timeline.filter(({ kind }) => kind === 'pushed') ?? [];
  expect(pushes.map(({ by }) => by.login)).toEqual(['grace', 'copydesk[bot]']);
});

test('what was closed and cannot be opened again, as its branch was rewritten, is proposed anew', async () => {
  const s = await start();
  await s.look();
  const { number = 0 } = (await s.findProposals())[0] ?? {};
  await s.sandbox.people.closePullRequest({ repo: REPOSITORY, number, by: 'grace' });
  await rewriteBranch(s, s.readWhole().replace('[change 1]', '[ours]'));
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  await s.say(number, 'grace', '/copydesk fill');
  expect((await s.findProposals()).map(({ state }) => state)).toEqual(['closed', 'open']);
  expect(s.readBranch()).toContain('* [ours](https://github.com/rust-lang/rust/pull/1)\n* [change 2]');
  expect(s.readBranch()).toContain('[change 3]');
  expect(await s.outline(number)).toContain('grace comments (+1 by copydesk[bot])');
  await refresh(s);
  expect(await s.findProposals()).toHaveLength(2);
});

test('what was closed and of which nothing is left in its branch begins anew when somebody asks', async () => {
  const s = await start();
  await s.look();
  const { number = 0 } = (await s.findProposals())[0] ?? {};
  await s.sandbox.people.closePullRequest({ repo: REPOSITORY, number, by: 'grace' });
  await rewriteBranch(s, s.readWhole().replace(s.readBranch(), EMPTY.slice(upTo(EMPTY).length)));
  await s.say(number, 'grace', '/copydesk fill');
  expect(s.readBranch()).toBe(FIRST);
  expect((await s.findProposals()).map(({ state }) => state)).toEqual(['closed', 'open']);
});

test('closed by a person it stays closed until somebody asks', async () => {
  const s = await start();
  await s.look();
  const number = (await s.findProposals())[0]?.number ?? 0;
  await s.sandbox.people.closePullRequest({ repo: REPOSITORY, number, by: 'grace' });
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  await refresh(s);
  expect(s.readBranch()).toBe(FIRST);
  await s.say(number, 'stranger', '/copydesk fill');
  expect((await s.findProposals())[0]?.state).toBe('closed');
  await s.say(number, 'grace', '/copydesk fill');
  expect((await s.findProposals()).map(({ state }) => state)).toEqual(['open']);
  expect(s.readBranch()).toContain('[change 3]');
  expect(await s.outline(number)).toContain('grace comments (+1 by copydesk[bot])');
  expect(await s.read(number)).toContain('This is for people with write access: ask one of them.');
});

test('once merged it is done for the week', async () => {
  const s = await start();
  await s.look();
  const number = (await s.findProposals())[0]?.number ?? 0;
  await s.sandbox.people.mergePullRequest({ repo: REPOSITORY, number, by: 'grace' });
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  await refresh(s);
  await s.say(number, 'grace', '/copydesk fill');
  expect((await s.findProposals()).map(({ state }) => state)).toEqual(['merged']);
  expect(s.week.requests).toHaveLength(1);
  expect(await s.read(number)).toContain('The proposal of this issue is merged: edit the draft itself.');
});

test('a section that somebody fills in a pull request of their own is left to them', async () => {
  const s = await start();
  const number = await s.submit({ files: EMPTY.replace('<!-- Rust updates go here -->', '* [mine](https://m.test)') });
  await s.look();
  expect(s.readBranch()).toContain('<!-- Rust updates go here -->');
  expect(s.readBranch()).toContain('* *No RFCs were approved this week.*');
  const body = (await s.findProposals())[0]?.body ?? '';
  expect(body).toContain(`Left alone: [pull request ${number}](`);
  await s.sandbox.people.closePullRequest({ repo: REPOSITORY, number, by: 'ada' });
  await refresh(s);
  expect(s.readBranch()).toBe(FIRST);
});

test('a section that was filled in the draft itself is taken back, unless editors worked on it here', async () => {
  const s = await start();
  await s.look();
  await s.publish({ [DRAFT]: EMPTY.replace(/<!-- Use either[^>]*-->/, '* [by hand](https://h.test)') });
  await refresh(s);
  expect(s.readBranch()).toContain('* [by hand](https://h.test)\n');
  expect(s.readBranch()).not.toContain('No RFCs were approved');
  expect((await s.findProposals())[0]?.body).toContain('Left alone: somebody has filled it.');
});

test('two refreshes at once make one commit', async () => {
  const s = await start();
  await s.look();
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  await s.clock.sleep(6 * 3_600_000);
  await Promise.all([s.look(), s.look()]);
  expect(await countCommits(s)).toBe(1);
});

test('an editor who pushes while sections are asked for loses nothing', async () => {
  const s = await start();
  await s.look();
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  s.week.meanwhile = async () => {
    const files = { [DRAFT]: s.readWhole().replace('[change 1]', '[ours]') };
    await s.sandbox.people.push({ repo: REPOSITORY, by: 'grace', branch: BRANCH, files });
  };
  await refresh(s);
  expect(s.readBranch()).toContain('[ours]');
  expect(s.readBranch()).toContain('[change 3]');
});

test('without a draft nothing happens, and a draft that is published meanwhile is left alone', async () => {
  const s = await start();
  await s.publish({ [DRAFT]: null });
  await s.look();
  expect(s.week.requests).toEqual([]);
  await s.publish({ [DRAFT]: EMPTY });
  const number = await s.submit({ files: { 'README.md': '# Hello\n' } });
  s.week.meanwhile = async () => {
    await s.sandbox.people.push({
      repo: REPOSITORY,
      by: 'ferris',
      files: { [DRAFT]: null, [NEXT_DRAFT]: writeIssue('2026-03-11', 642) },
    });
  };
  await s.say(number, 'grace', '/copydesk fill');
  expect(await s.findProposals()).toEqual([]);
  expect(await s.read(number)).toContain('Another draft took this one’s place meanwhile');
});

test('last week’s proposal is closed once this week’s stands, and its cut is where the window begins if it was merged', async () => {
  const s = await start();
  await s.look();
  const first = (await s.findProposals())[0]?.number ?? 0;
  await s.sandbox.people.mergePullRequest({ repo: REPOSITORY, number: first, by: 'grace' });
  const next = EMPTY.replaceAll('2026-03-04', '2026-03-11');
  await s.publish({ [DRAFT]: null, [NEXT_PUBLISHED]: s.readWhole(), [NEXT_DRAFT]: next });
  await s.clock.sleep(7 * 86_400_000);
  await s.look();
  expect(s.week.requests.at(-1)?.starts?.get('updates')?.toISOString()).toBe('2026-03-03T18:05:00.000Z');
  expect((await s.findProposals()).map(({ state }) => state)).toEqual(['merged', 'open']);
});

test('only the sections that are named are filled', async () => {
  const s = await start();
  const number = await s.submit({ files: { 'README.md': '# Hello\n' } });
  await s.say(number, 'grace', '/copydesk fill Approved RFCs');
  expect(s.readBranch()).toContain('<!-- Rust updates go here -->');
  expect(s.readBranch()).toContain('* *No RFCs were approved this week.*');
  await s.say(number, 'grace', '/copydesk fill recipes');
  expect(await s.read(number)).toContain('There is no such section to fill');
  await s.say(number, 'grace', '/copydesk fill updates');
  expect(s.readBranch()).toBe(FIRST);
});

test('of several sections that are named the one that does not exist is told, and the others are filled', async () => {
  const s = await start();
  const number = await s.submit({ files: { 'README.md': '# Hello\n' } });
  await s.say(number, 'grace', '/copydesk fill Approved RFCs, recipes of @ferris');
  expect(s.readBranch()).toContain('* *No RFCs were approved this week.*');
  expect(await s.read(number)).toContain('There is no section `recipes of @ferris` to fill: name it by its heading.');
  expect(await s.outline(number)).toContain('grace comments (confused by copydesk[bot])');
});

test('a description whose record was taken out keeps the bot from guessing, until it is asked', async () => {
  const s = await start();
  await s.look();
  await s.describe((body) => seen(body));
  await s.edit((text) => text.replace(/\* \[change 2.*\n/, ''));
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  await refresh(s);
  expect(s.readBranch()).not.toContain('[change 3]');
  const pull = (await s.findProposals())[0];
  expect(pull?.body).toContain('what was generated last is not known any more');
  await s.say(pull?.number ?? 0, 'grace', '/copydesk fill');
  expect(s.readBranch()).toContain('[change 3]');
});

test.each([
  ['mode review', { mode: 'review' }, 'set `mode: publish` in the configuration'],
  ['no permission to write', { contents: 'read' as const }, 'grant the app `contents: write`'],
  ['no permission to open pull requests', { pulls: 'read' as const }, 'grant the app `pull_requests: write`'],
])('with %s the sections are shown in a check run, which says what is missing', async (_, options, words) => {
  const s = await start(options);
  await s.look();
  await s.look();
  expect(await s.findProposals()).toEqual([]);
  const runs = s.sandbox.requests.filter(
    ({ operation }) => operation.startsWith('POST') && operation.endsWith('check-runs'),
  );
  expect(runs).toHaveLength(1);
  expect(JSON.stringify(runs[0]?.requestBody)).toContain(words);
  expect(JSON.stringify(runs[0]?.requestBody)).toContain('* [change 1](https://github.com/rust-lang/rust/pull/1)');
});

test('where an editor’s text stands against what is generated the description says so until they agree', async () => {
  const s = await start();
  await s.look();
  await s.edit((text) => text.replace('4 were merged', 'Some were merged'));
  s.week.merged = [...s.week.merged, ['Cargo', 10]];
  const told = 'Your text stands; generated was: `5 were merged`';
  for (let time = 1; time <= 2; time += 1) {
    await refresh(s);
    expect(s.readBranch()).toContain('Some were merged');
    expect((await s.findProposals())[0]?.body).toContain(told);
  }
  await s.edit((text) => text.replace('Some were merged', '5 were merged'));
  await refresh(s);
  expect((await s.findProposals())[0]?.body).not.toContain(told);
});

test('an un-tick takes nothing out that an editor wrote, and the description says so for as long as it stands', async () => {
  const s = await start();
  await s.look();
  await s.edit((text) => text.replace('[change 1]', '[ours]'));
  await s.describe((body) => untick(untick(body, 1), 9));
  const told = 'Un-ticked, but your text stands; take it out by hand:';
  const line = '* [ours](https://github.com/rust-lang/rust/pull/1)';
  const isTold = async (): Promise<readonly string[]> =>
    ((await s.findProposals())[0]?.body ?? '').split('\n').filter((words) => words.includes(told));
  expect(s.readBranch()).toContain(line);
  expect(s.readBranch()).not.toContain('[change 9]');
  expect(await isTold()).toEqual([`- ${told} \`${line}\``]);
  await refresh(s);
  expect(await isTold()).toHaveLength(1);
  await s.edit((text) => text.replace(`${line}\n`, ''));
  await refresh(s);
  expect(await isTold()).toEqual([]);
});

test('an entry that an editor has commented out or ticked again is not told of', async () => {
  const s = await start();
  await s.look();
  await s.edit((text) => text.replace(/\* \[change 1\].*/, '<!-- $& -->').replace('[change 2]', '[ours]'));
  await s.describe((body) => untick(untick(body, 1), 2));
  await s.describe((body) => tick(body, 2));
  expect(s.readBranch()).toContain('[ours]');
  expect((await s.findProposals())[0]?.body).not.toContain('Un-ticked');
});
