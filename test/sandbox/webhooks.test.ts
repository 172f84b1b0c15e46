import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { listenForWebhooks, openSandbox, PULL, REPO, SECRET, writeLines } from './open-sandbox.ts';

const actionSchema = z.object({ action: z.string().optional(), ref: z.string().optional() });

/** What was heard, as `event action`, in order of arrival. */
function tellHeard(heard: readonly { event: string; body: string }[]): readonly string[] {
  return heard.map(({ event, body }) => {
    const { action, ref } = actionSchema.parse(JSON.parse(body));
    return `${event} ${action ?? ref ?? ''}`;
  });
}

test('webhooks are signed with the secret', async () => {
  const { url, heard } = await listenForWebhooks();
  const { sandbox } = await openSandbox({ app: { webhookUrl: url } });
  await sandbox.settled();
  expect(heard[0]?.signature).toBe(
    `sha256=${createHmac('sha256', SECRET)
      .update(heard[0]?.body ?? '')
      .digest('hex')}`,
  );
  expect(JSON.parse(heard[0]?.body ?? '{}')).toMatchObject({
    action: 'opened',
    number: 1,
    installation: { id: expect.any(Number) },
    repository: { full_name: REPO, default_branch: 'main' },
    sender: { login: 'ada', type: 'User' },
    pull_request: {
      state: 'open',
      draft: false,
      author_association: 'FIRST_TIME_CONTRIBUTOR',
      head: { label: 'ada:mine', repo: { full_name: 'ada/letter', fork: true } },
      base: { ref: 'main', repo: { full_name: REPO } },
      user: { login: 'ada' },
    },
  });
});

test('webhooks tell the life of a pull request', async () => {
  const { url, heard } = await listenForWebhooks();
  const { sandbox, people } = await openSandbox({ app: { webhookUrl: url } });
  const on = { repo: REPO, number: 1, by: 'ada' };
  const steps = [
    () => people.convertToDraft(on),
    () => people.markReady(on),
    () => people.editPullRequest({ ...on, title: 'Another title' }),
    () =>
      people.push({ repo: 'ada/letter', by: 'ada', branch: 'mine', files: { 'draft/one.md': writeLines({ 9: 'x' }) } }),
    () => people.comment({ ...on, body: 'hello' }),
    () => people.closePullRequest(on),
    () => people.reopenPullRequest(on),
    () => people.mergePullRequest({ ...on, by: 'news' }),
  ];
  for (const step of steps) {
    await step();
    await sandbox.settled();
  }
  expect(tellHeard(heard)).toEqual([
    'pull_request opened',
    'pull_request converted_to_draft',
    'pull_request ready_for_review',
    'pull_request edited',
    'pull_request synchronize',
    'issue_comment created',
    'pull_request closed',
    'pull_request reopened',
    'pull_request closed',
    'push refs/heads/main',
  ]);
});

test('the webhook of a check run’s button names no pull request of a fork', async () => {
  const { url, heard } = await listenForWebhooks();
  const { sandbox, people, asBot } = await openSandbox({ app: { webhookUrl: url, events: [] } });
  const { head } = z.object({ head: z.object({ sha: z.string() }) }).parse((await asBot('GET', PULL)).body);
  const made = await asBot('POST', `/repos/${REPO}/check-runs`, {
    name: 'Desk',
    head_sha: head.sha,
    external_id: '1',
    actions: [{ label: 'Again', description: 'Look again', identifier: 'again' }],
  });
  const { id } = z.object({ id: z.number() }).parse(made.body);
  await people.requestAction({ repo: REPO, by: 'ada', checkRun: id, identifier: 'again' });
  await sandbox.settled();
  await expect(people.requestAction({ repo: REPO, by: 'ada', checkRun: id, identifier: 'other' })).rejects.toThrow(
    'the check run has no button other',
  );
  expect(tellHeard(heard)).toEqual(['check_run requested_action']);
  expect(JSON.parse(heard[0]?.body ?? '{}')).toMatchObject({
    requested_action: { identifier: 'again' },
    check_run: { external_id: '1', head_sha: head.sha, pull_requests: [] },
  });
});

describe('webhooks go wrong when they are told to', () => {
  const comments = ['one', 'two', 'three'];

  async function commentUnder(fault: 'lose' | 'double' | 'reorder' | 'delay'): Promise<string[]> {
    const { url, heard } = await listenForWebhooks();
    const { sandbox, people } = await openSandbox({ app: { webhookUrl: url, events: ['issue_comment'] } });
    sandbox.faults.addWebhookFault({
      times: 1,
      fault: fault === 'delay' ? { kind: 'delay', milliseconds: 60 } : { kind: fault },
    });
    for (const body of comments) await people.comment({ repo: REPO, number: 1, by: 'ada', body });
    await sandbox.settled();
    const schema = z.object({ comment: z.object({ body: z.string() }) });
    return heard.map(({ body }) => schema.parse(JSON.parse(body)).comment.body);
  }

  test('lost', async () => {
    expect((await commentUnder('lose')).toSorted()).toEqual(['three', 'two']);
  });

  test('doubled', async () => {
    expect((await commentUnder('double')).toSorted()).toEqual(['one', 'one', 'three', 'two']);
  });

  test('held back', async () => {
    expect((await commentUnder('delay')).at(-1)).toBe('one');
  });

  test('out of order, none missing', async () => {
    const heard = await commentUnder('reorder');
    expect(heard.indexOf('one')).toBeGreaterThan(heard.indexOf('two'));
    expect(heard.toSorted()).toEqual(['one', 'three', 'two']);
  });
});

test('a webhook is delivered again under the same id', async () => {
  const { url, heard } = await listenForWebhooks();
  const { sandbox, people } = await openSandbox({ app: { webhookUrl: url } });
  await sandbox.settled();
  await people.redeliver({ delivery: sandbox.deliveries[0]?.id ?? '' });
  await sandbox.settled();
  expect(heard.map(({ id }) => id)).toEqual([sandbox.deliveries[0]?.id, sandbox.deliveries[0]?.id]);
});
