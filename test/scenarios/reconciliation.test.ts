// What the bot finds again by itself after webhooks went astray, and what that costs.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addItems } from '../support/sample-newsletter.ts';
import { REPOSITORY, type Scenario, startScenario } from '../support/start-scenario.ts';

const slip = addItems({ Official: ['- [A slip](https://ada.test/?utm_source=x)'] });
const clean = addItems({ Official: ['* [A link](https://ada.test/)'] });

let scenario: Scenario;
beforeEach(async () => {
  scenario = await startScenario();
});
afterEach(() => scenario.end());

const lose = (on: string) => scenario.sandbox.faults.addWebhookFault({ on, times: 1, fault: { kind: 'lose' } });

describe('after a look at everything', () => {
  test('a pull request whose webhook was lost is reviewed', async () => {
    lose('pull_request');
    const number = await scenario.submit({ files: slip });
    expect(await scenario.outline(number)).not.toContain('Copydesk');
    await scenario.look();
    expect(await scenario.outline(number)).toContain('failure');
  });

  test('a push whose webhook was lost is reviewed', async () => {
    const number = await scenario.submit({ files: slip });
    lose('pull_request');
    await scenario.push(number, clean);
    await scenario.look();
    expect(await scenario.outline(number)).toContain('success');
  });

  test('a second pull request with the same head commit whose webhook was lost is reviewed, once', async () => {
    const first = await scenario.submit({ files: slip });
    await scenario.sandbox.people.push({
      repo: REPOSITORY,
      by: 'ferris',
      branch: 'next',
      files: { 'README.md': 'Hi\n' },
    });
    lose('pull_request');
    const order = { repo: REPOSITORY, by: 'ada', head: 'ada:submission-1', base: 'next', title: 'The same' };
    const { number } = await scenario.sandbox.people.openPullRequest(order);
    await scenario.look();
    expect(await scenario.outline(number)).toContain('copydesk[bot] reviews');
    const told = [await scenario.read(first), await scenario.read(number)];
    scenario.takeRequests();
    await scenario.look();
    await scenario.look();
    expect(scenario.takeRequests().filter((operation) => operation.includes('ReadPullRequest'))).toEqual([]);
    expect([await scenario.read(first), await scenario.read(number)]).toEqual(told);
  });

  test('a command whose webhook was lost is answered, once', async () => {
    const number = await scenario.submit({ files: clean });
    lose('issue_comment');
    await scenario.say(number, 'ada', '/copydesk help');
    await scenario.look();
    const answered = await scenario.read(number);
    expect(answered).toContain('+1');
    await scenario.look();
    expect(await scenario.read(number)).toBe(answered);
  });

  test('a command is answered, too, that one of GitHub’s answers knew of later than another', async () => {
    const number = await scenario.submit({ files: clean });
    await scenario.look();
    lose('issue_comment');
    await scenario.say(number, 'ada', '/copydesk help');
    scenario.sandbox.faults.addApiFault({ on: 'query ReadThreads', times: 1, fault: { kind: 'stale' } });
    await scenario.look();
    expect(await scenario.read(number)).not.toContain('+1');
    await scenario.look();
    expect(await scenario.read(number)).toContain('+1');
  });

  test('GitHub has sent again what nobody answered', async () => {
    const { sandbox } = scenario;
    const url = 'http://127.0.0.1:1/';
    const botUrl = scenario.webhookUrl;
    sandbox.setWebhookUrl(url);
    const number = await scenario.submit({ files: slip, isDraft: true });
    await sandbox.people.markReady({ repo: REPOSITORY, number, by: 'ada' });
    await scenario.settle();
    sandbox.setWebhookUrl(botUrl);
    await scenario.look();
    expect(scenario.logLines.join('')).toContain('"webhooks":');
    expect(sandbox.deliveries.map(({ status }) => status)).not.toContain(undefined);
    scenario.takeRequests();
    await scenario.look();
    expect(scenario.takeRequests().filter((operation) => operation.includes('attempts'))).toEqual([]);
  });
});

test('while nothing happens, a look costs no request that counts', async () => {
  await scenario.submit({ files: slip });
  await scenario.look();
  await scenario.look();
  scenario.takeRequests();
  await scenario.look();
  expect(scenario.takeRequests()).toEqual([]);
});

test('one repository costs one query', async () => {
  for (const by of ['ada', 'bob', 'cyd']) await scenario.submit({ by, files: slip });
  scenario.takeRequests();
  await scenario.look();
  expect(scenario.takeRequests()).toEqual([
    'GET /installation/repositories',
    'GET /repos/{owner}/{repo}/pulls',
    'GET /repos/{owner}/{repo}/issues/comments',
    'graphql query ReadThreads',
  ]);
});

test('a draft waits, and needs no look', async () => {
  await scenario.submit({ files: slip, isDraft: true });
  await scenario.look();
  expect(scenario.logLines.join('')).not.toContain('forgotten');
});

test('a pull request on which reviews leave no trace is tried less and less', async () => {
  const other = await startScenario({ files: { 'README.md': 'No drafts here.\n' } });
  await other.submit({ files: { 'README.md': 'None.\n' } });
  for (let look = 0; look < 8; look += 1) await other.look();
  await other.end();
  expect(other.logLines.filter((line) => line.includes('forgotten'))).toHaveLength(6);
});
