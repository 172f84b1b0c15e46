// Commands when webhooks and GitHub do not behave, and when people want too much.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addItems } from '../support/sample-newsletter.ts';
import { REPOSITORY, type Scenario, startScenario } from '../support/start-scenario.ts';

let scenario: Scenario;
beforeEach(async () => {
  scenario = await startScenario();
});
afterEach(() => scenario.end());

const clean = addItems({ 'Observations/Thoughts': ['* [Claws and effect](https://claws.test/effect)'] });
const ask = '/copydesk section official';

describe('webhooks', () => {
  test.each(['double', 'reorder'] as const)('that come %s: one answer', async (kind) => {
    const number = await scenario.submit({ files: clean });
    scenario.sandbox.faults.addWebhookFault({ on: 'issue_comment', fault: { kind } });
    await scenario.say(number, 'ada', ask);
    await scenario.redeliver('issue_comment');
    expect(await scenario.outline(number)).toContain('ada comments (+1 by copydesk[bot])\ncopydesk[bot] comments');
    expect((await scenario.outline(number)).match(/copydesk\[bot\] comments/g)).toHaveLength(1);
  });

  test('that are lost: the next review answers', async () => {
    const number = await scenario.submit({ files: clean });
    scenario.sandbox.faults.addWebhookFault({ on: 'issue_comment', fault: { kind: 'lose' } });
    await scenario.say(number, 'ada', ask);
    expect(await scenario.outline(number)).not.toContain('copydesk[bot]');
    await scenario.push(number, `${clean}\n`);
    expect(await scenario.outline(number)).toContain('ada comments (+1 by copydesk[bot])');
  });
});

describe('GitHub stumbles', () => {
  const requests = ['query ReadPullRequest', 'mutation addComment', 'mutation addReaction'];
  const kinds = ['bad-gateway-before', 'bad-gateway-after', 'cut-before', 'cut-after'] as const;

  test.each(kinds)('%s, at any request: one reply and one reaction', async (kind) => {
    const number = await scenario.submit({ files: clean });
    for (const [index, on] of requests.entries()) {
      scenario.sandbox.faults.addApiFault({ on, times: 1, fault: { kind } });
      await scenario.say(number, 'ada', ask);
      scenario.sandbox.faults.clear();
      const told = await scenario.outline(number);
      expect([on, told.match(/copydesk\[bot\] comments/g)?.length]).toEqual([on, index + 1]);
      expect([on, told.match(/\+1 by copydesk\[bot\]/g)?.length]).toEqual([on, index + 1]);
    }
  });

  test('does not say whether a comment on lines landed: it is looked for, and stands once', async () => {
    const number = await scenario.submit({ files: clean });
    scenario.sandbox.faults.addApiFault({
      on: '/pulls/{pull_number}/comments',
      times: 1,
      fault: { kind: 'bad-gateway-after' },
    });
    await scenario.say(number, 'ada', '/copydesk section walkthroughs');
    expect((await scenario.read(number)).match(/```suggestion/g)).toHaveLength(1);
  });
});

describe('too much', () => {
  test('of commands in one comment: ten are heeded, one reply says so', async () => {
    const number = await scenario.submit({ files: clean });
    await scenario.say(number, 'ada', '/copydesk recheck\n'.repeat(12));
    expect(await scenario.outline(number)).toContain('ada comments (+1 by copydesk[bot], confused by copydesk[bot])');
    expect(await scenario.read(number)).toContain('One comment has room for ten commands');
  });

  test('of comments at once: all are answered, a few in each review', async () => {
    const number = await scenario.submit({ files: clean });
    scenario.sandbox.faults.addWebhookFault({ on: 'issue_comment', fault: { kind: 'lose' } });
    for (let asked = 0; asked < 24; asked += 1) {
      await scenario.sandbox.people.comment({ repo: REPOSITORY, number, by: 'stranger', body: '/copydesk recheck' });
    }
    scenario.sandbox.faults.clear();
    await scenario.say(number, 'ada', '/copydesk recheck');
    const told = await scenario.outline(number);
    expect(told.match(/confused by copydesk/g)).toHaveLength(24);
    expect(told.match(/\+1 by copydesk/g)).toHaveLength(1);
  });

  test('of help: the replies end, the reactions do not', async () => {
    const number = await scenario.submit({ files: clean });
    for (let asked = 0; asked < 34; asked += 1) await scenario.say(number, 'stranger', '/copydesk help');
    const told = await scenario.outline(number);
    expect(told.match(/copydesk\[bot\] comments/g)).toHaveLength(30);
    expect(told.match(/\+1 by copydesk/g)).toHaveLength(34);
    await scenario.say(number, 'ada', ask);
    expect((await scenario.outline(number)).match(/copydesk\[bot\] comments/g)).toHaveLength(31);
  });
});
