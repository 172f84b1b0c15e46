// What the bot finds again by itself of the weekly proposal, after webhooks went astray.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { EMPTY, type ProposalScenario, startProposal } from '../support/start-proposal.ts';
import { REPOSITORY } from '../support/start-scenario.ts';

let scenario: ProposalScenario;
beforeEach(async () => {
  scenario = await startProposal();
});
afterEach(() => scenario.end());

const commentsSchema = z.array(z.object({ id: z.number(), reactions: z.record(z.string(), z.unknown()) }));

async function readReactions(comment: number) {
  const { people, url } = scenario.sandbox;
  const { token } = await people.createUser({ login: 'reader' });
  const headers = { authorization: `Bearer ${token}` };
  const reply = await fetch(`${url}/repos/${REPOSITORY}/issues/comments`, { headers });
  return commentsSchema.parse(await reply.json()).find(({ id }) => id === comment)?.reactions;
}

const lose = (on: string) => scenario.sandbox.faults.addWebhookFault({ on, times: 1, fault: { kind: 'lose' } });

test('a command on the proposal whose webhook was lost is carried out and answered, once', async () => {
  await scenario.look();
  const [proposal] = await scenario.findProposals();
  const number = proposal?.number ?? 0;
  scenario.week.rfcs = ['* [A new one](https://rfcs.test/1)'];
  lose('issue_comment');
  await scenario.say(number, 'grace', '/copydesk fill');
  expect(scenario.readBranch()).not.toContain('A new one');
  await scenario.look();
  await scenario.settle();
  expect(scenario.readBranch()).toContain('* [A new one](https://rfcs.test/1)');
  const answered = await scenario.read(number);
  expect(answered).toContain('+1');
  const asked = scenario.week.requests.length;
  await scenario.look();
  expect(scenario.week.requests).toHaveLength(asked);
  expect(await scenario.read(number)).toBe(answered);
});

test.each(['a plain issue', 'a pull request that is closed'])(
  'a command on %s whose webhook was lost is carried out and answered, once, wherever it stands',
  async (where) => {
    const { sandbox } = scenario;
    await scenario.look();
    const isIssue = where === 'a plain issue';
    const number = isIssue
      ? (await sandbox.people.openIssue({ repo: REPOSITORY, by: 'ada', title: 'A plan' })).number
      : await scenario.submit({ by: 'ada', files: { 'README.md': 'Hello\n' } });
    if (!isIssue) await sandbox.people.closePullRequest({ repo: REPOSITORY, number, by: 'ada' });
    await scenario.look();
    scenario.week.rfcs = ['* [A new one](https://rfcs.test/1)'];
    lose('issue_comment');
    const comment = { repo: REPOSITORY, number, by: 'grace', body: '/copydesk fill' };
    const { id } = await (isIssue ? sandbox.people.remark(comment) : sandbox.people.comment(comment));
    await scenario.look();
    await scenario.settle();
    expect(scenario.readBranch()).toContain('* [A new one](https://rfcs.test/1)');
    expect(await readReactions(id)).toMatchObject({ '+1': 1, confused: 0 });
    const asked = scenario.week.requests.length;
    await scenario.look();
    expect(scenario.week.requests).toHaveLength(asked);
  },
);

test('a command from before yesterday on an issue is history', async () => {
  await scenario.look();
  const { people } = scenario.sandbox;
  const { number } = await people.openIssue({ repo: REPOSITORY, by: 'ada', title: 'A plan' });
  await people.remark({ repo: REPOSITORY, number, by: 'grace', body: '/copydesk fill' });
  await scenario.clock.sleep(25 * 3_600_000);
  scenario.takeRequests();
  await scenario.look();
  expect(scenario.takeRequests().filter((operation) => operation.includes('React'))).toEqual([]);
});

test('a tick and an un-tick whose webhooks were lost are heeded by the next look, once', async () => {
  await scenario.look();
  lose('pull_request');
  await scenario.describe((body) => body.replace('- [ ] [cargo 8]', '- [x] [cargo 8]'));
  lose('pull_request');
  await scenario.describe((body) => body.replace('- [x] [rust 1]', '- [ ] [rust 1]'));
  expect(scenario.readBranch()).not.toContain('change 8');
  await scenario.look();
  expect(scenario.readBranch()).toContain('change 8');
  expect(scenario.readBranch()).not.toContain('change 1]');
  const asked = scenario.week.requests.length;
  await scenario.look();
  expect(scenario.week.requests).toHaveLength(asked);
});

test('a tick that can change nothing is tried once, not at every look', async () => {
  await scenario.look();
  // Meanwhile a person fills the section, so that the bot keeps out of it.
  const text = EMPTY.replace('<!-- Rust updates go here -->', '* [By hand](https://a.test/)');
  await scenario.submit({ by: 'ada', files: text });
  lose('pull_request');
  await scenario.describe((body) => body.replace('- [ ] [cargo 8]', '- [x] [cargo 8]'));
  await scenario.look();
  const asked = scenario.week.requests.length;
  await scenario.look();
  expect(scenario.week.requests).toHaveLength(asked);
});

test('while nothing is due a look costs one query, and who may not fill is told so once', async () => {
  await scenario.look();
  const number = await scenario.submit({ by: 'ada', files: { 'README.md': 'Hello\n' } });
  lose('issue_comment');
  await scenario.say(number, 'ada', '/copydesk fill');
  await scenario.look();
  const told = await scenario.read(number);
  expect(told).toContain('confused');
  await scenario.look();
  expect(await scenario.read(number)).toBe(told);
  await scenario.clock.sleep(3 * 24 * 3_600_000);
  await scenario.look();
  scenario.takeRequests();
  await scenario.look();
  expect(scenario.takeRequests()).toEqual(['graphql query ReadDesk']);
});
