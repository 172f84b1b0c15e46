// Which events start which work, on payloads as GitHub sends them; what the work does is told by the scenarios.
import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { Probot } from 'probot';
import { z } from 'zod';
import { createApp } from '../src/app.ts';
import type { Work } from '../src/ports/job.ts';
import { toExternalId } from '../src/review/external-id.ts';
import { createMemoryLog } from './support/memory-log.ts';

const examplesSchema = z.array(z.object({ name: z.string(), examples: z.array(z.looseObject({})) }));
const require = createRequire(import.meta.url);
const examples = examplesSchema.parse(require('@octokit/webhooks-examples'));

/** The lanes that work is put into when an example of this event comes, changed a little. */
async function hear(name: string, action: string | undefined, change: object = {}): Promise<readonly string[]> {
  const found = examples.find((one) => one.name === name)?.examples ?? [];
  const payload = found.find((one) => 'installation' in one && one['action'] === action);
  const heard: string[] = [];
  const { logger } = createMemoryLog();
  const probot = new Probot({ appId: 7, privateKey: 'never used', secret: 'never used', log: logger });
  const take = (work: readonly Work[]) => Promise.resolve(void heard.push(...work.map(({ lane }) => lane)));
  const drain = () => Promise.resolve();
  const app = createApp({ lanes: { drain, enqueue: take, accept: (_, work) => take(work) } });
  await probot.load(app);
  // Examples are JSON of many shapes, which Probot's types know one by one.
  const event = { id: 'delivery', name, payload: { ...payload, ...change } };
  await probot.receive(event as Parameters<typeof probot.receive>[0]);
  return heard;
}

const pull = ['1 codertocat/hello-world#2'];
const edited = (changes: object) => ({ action: 'edited', changes });

test.each<[string, string, object, readonly string[]]>([
  ['is opened', 'opened', {}, pull],
  ['is pushed to', 'synchronize', {}, pull],
  ['is reopened', 'reopened', {}, pull],
  ['is ready for review', 'ready_for_review', {}, pull],
  ['gets another title', 'opened', edited({ title: { from: 'Old' } }), pull],
  ['gets another base', 'opened', edited({ base: { ref: { from: 'old' }, sha: { from: '0' } } }), pull],
  ['gets another description: nothing', 'opened', edited({ body: { from: 'Old' } }), []],
  ['is closed: nothing', 'opened', { action: 'closed' }, []],
  ['gets a label: nothing', 'opened', { action: 'labeled' }, []],
])('a pull request %s', async (_, action, change, lanes) => {
  expect(await hear('pull_request', action, change)).toEqual(lanes);
});

const sha = 'f'.repeat(40);
const fork = { head_sha: sha, pull_requests: [] };
const own = { ...fork, external_id: toExternalId(12, 'what it says', []) };
const button = { action: 'requested_action', requested_action: { identifier: 'again' } };
const search = [`rerun 1 github/hello-world@${sha}`];

test.each<[string, object, readonly string[]]>([
  ['is asked for again: its id names the pull request', { check_run: own }, ['1 github/hello-world#12']],
  ['has its button pressed', { ...button, check_run: own }, ['1 github/hello-world#12']],
  ['has a button pressed, and no id of ours: the head is looked for', { ...button, check_run: fork }, search],
  ['is done: nothing', { action: 'completed', check_run: own }, []],
])('a check run of a fork %s', async (_, change, lanes) => {
  expect(await hear('check_run', 'rerequested', change)).toEqual(lanes);
});

test('all checks of a commit of a fork are asked for again: the head is looked for', async () => {
  const lanes = await hear('check_suite', 'rerequested', { check_suite: fork });
  expect(lanes).toEqual([`rerun 957387 codertocat/hello-world@${sha}`]);
});

const comment = { node_id: 'IC_1', body: '/copydesk help', user: { type: 'User' } };
const onPull = { issue: { number: 2, pull_request: {} }, comment };
const before = { changes: { body: { from: '/copydesk ignore a' } } };

test.each<[string, object, readonly string[]]>([
  ['holds a command', onPull, pull],
  ['holds none: nothing', { ...onPull, comment: { ...comment, body: 'Hello' } }, []],
  ['stands on an issue: nothing', { comment }, []],
  ['was written by an app: nothing', { ...onPull, comment: { ...comment, user: { type: 'Bot' } } }, []],
  ['held a command before it was edited', { ...onPull, ...before, action: 'edited' }, pull],
  ['holds one since it was edited: nothing', { ...onPull, action: 'edited', changes: { body: { from: 'a' } } }, []],
  ['held a command and is deleted', { ...onPull, action: 'deleted' }, pull],
])('a comment that %s', async (_, change, lanes) => {
  expect(await hear('issue_comment', 'created', change)).toEqual(lanes);
});

test('a comment in the diff that holds a command', async () => {
  expect(await hear('pull_request_review_comment', 'created', { comment })).toEqual(pull);
});
