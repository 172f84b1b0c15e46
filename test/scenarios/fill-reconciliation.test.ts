// What the bot finds again by itself of the weekly proposal, after webhooks went astray.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { EMPTY, type ProposalScenario, startProposal } from '../support/start-proposal.ts';

let scenario: ProposalScenario;
beforeEach(async () => {
  scenario = await startProposal();
});
afterEach(() => scenario.end());

const lose = (on: string) => scenario.sandbox.faults.addWebhookFault({ on, times: 1, fault: { kind: 'lose' } });

test('a command on the proposal whose webhook was lost is carried out and answered, once', async () => {
  await scenario.reconcile();
  const [proposal] = await scenario.findProposals();
  const number = proposal?.number ?? 0;
  scenario.week.rfcs = ['* [A new one](https://rfcs.test/1)'];
  lose('issue_comment');
  await scenario.say(number, 'grace', '/copydesk fill');
  expect(scenario.readBranch()).not.toContain('A new one');
  await scenario.reconcile();
  await scenario.settle();
  expect(scenario.readBranch()).toContain('* [A new one](https://rfcs.test/1)');
  const answered = await scenario.read(number);
  expect(answered).toContain('+1');
  const asked = scenario.week.requests.length;
  await scenario.reconcile();
  expect(scenario.week.requests).toHaveLength(asked);
  expect(await scenario.read(number)).toBe(answered);
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
  await scenario.reconcile();
  const told = await scenario.read(number);
  expect(told).toContain('confused');
  await scenario.reconcile();
  expect(await scenario.read(number)).toBe(told);
  await scenario.clock.sleep(3 * 24 * 3_600_000);
  await scenario.reconcile();
  scenario.takeRequests();
  await scenario.reconcile();
  expect(scenario.takeRequests()).toEqual(['graphql query ReadDesk']);
});
