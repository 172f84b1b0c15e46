import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  parseCheckRunEvent,
  parseCheckSuiteEvent,
  parseIssueCommentEvent,
  parsePullRequestEvent,
  parsePushEvent,
  parseReviewCommentEvent,
} from '../../src/handlers/webhook-events.ts';

const examplesSchema = z.array(z.object({ name: z.string(), examples: z.array(z.looseObject({})) }));
const require = createRequire(import.meta.url);
const examples = examplesSchema.parse(require('@octokit/webhooks-examples'));

/** Payloads as GitHub sent them to apps: those without `installation` were sent to webhooks of repositories. */
function readExamples(event: string, action?: string) {
  const found = examples.find(({ name }) => name === event)?.examples ?? [];
  return found.filter((payload) => 'installation' in payload && payload['action'] === action);
}

describe('webhooks as GitHub sends them', () => {
  test.each(['opened', 'reopened', 'synchronize', 'ready_for_review'])(
    'pull_request.%s names its pull request',
    (action) => {
      const events = readExamples('pull_request', action).map(parsePullRequestEvent);
      expect(events.length).toBeGreaterThan(0);
      expect(events).not.toContain(undefined);
      expect(events[0]).toEqual({
        ref: {
          installationId: expect.any(Number),
          owner: expect.any(String),
          repository: expect.any(String),
          number: expect.any(Number),
        },
        changed: { title: false, base: false },
        outdatedHead: action === 'synchronize' ? expect.stringMatching(/^[0-9a-f]{40}$/) : undefined,
      });
    },
  );

  test('check_run.rerequested names repository and head', () => {
    expect(readExamples('check_run', 'rerequested').map(parseCheckRunEvent)).toMatchInlineSnapshot(`
     [
       {
         "externalId": "",
         "head": "d6fde92930d4715a2b49857d24b940956b26d2d3",
         "numbers": [],
         "repository": {
           "installationId": 1,
           "owner": "github",
           "repository": "hello-world",
         },
       },
       {
         "externalId": "",
         "head": "d6fde92930d4715a2b49857d24b940956b26d2d3",
         "numbers": [],
         "repository": {
           "installationId": 1,
           "owner": "github",
           "repository": "hello-world",
         },
       },
     ]
    `);
  });

  test('check_suite.rerequested does, too, but has no id of ours', () => {
    expect(readExamples('check_suite', 'rerequested').map(parseCheckSuiteEvent)).toMatchInlineSnapshot(`
     [
       {
         "externalId": undefined,
         "head": "ec26c3e57ca3a959ca5aad62de7213c562f8c821",
         "numbers": [
           2,
         ],
         "repository": {
           "installationId": 957387,
           "owner": "Codertocat",
           "repository": "Hello-World",
         },
       },
       {
         "externalId": undefined,
         "head": "ec26c3e57ca3a959ca5aad62de7213c562f8c821",
         "numbers": [
           2,
         ],
         "repository": {
           "installationId": 957387,
           "owner": "Codertocat",
           "repository": "Hello-World",
         },
       },
     ]
    `);
  });

  test('push tells the branch and what came or went', () => {
    expect(readExamples('push').map(parsePushEvent)).toMatchInlineSnapshot(`
     [
       {
         "after": "0000000000000000000000000000000000000000",
         "cameOrWent": [],
         "isDefaultBranch": false,
         "isForced": false,
         "repository": {
           "installationId": 1,
           "owner": "Codertocat",
           "repository": "Hello-World",
         },
         "touched": [],
       },
       {
         "after": "6113728f27ae82c7b1a177c8d03f9e96e0adf246",
         "cameOrWent": [
           "README.md",
         ],
         "isDefaultBranch": true,
         "isForced": false,
         "repository": {
           "installationId": 1,
           "owner": "Codertocat",
           "repository": "Hello-World",
         },
         "touched": [
           "README.md",
         ],
       },
       {
         "after": "6113728f27ae82c7b1a177c8d03f9e96e0adf246",
         "cameOrWent": [
           "README.md",
         ],
         "isDefaultBranch": true,
         "isForced": false,
         "repository": {
           "installationId": 1,
           "owner": "Codertocat",
           "repository": "Hello-World",
         },
         "touched": [
           "README.md",
         ],
       },
     ]
    `);
  });
});

describe('a comment', () => {
  const [onIssue] = readExamples('issue_comment', 'created');
  const issue = z.looseObject({ issue: z.looseObject({ number: z.number() }) }).parse(onIssue).issue;
  const onPull = { ...onIssue, issue: { ...issue, pull_request: { url: 'https://api.github.com' } } };

  test('in the conversation of a pull request names it; on an issue it is none of ours', () => {
    expect(parseIssueCommentEvent(onPull)).toMatchObject({ ref: { number: issue.number }, isByApp: false });
    expect(parseIssueCommentEvent(onIssue)).toBeUndefined();
  });

  test('tells what it said before it was edited, and whether an app wrote it', () => {
    const comment = { node_id: 'IC_1', body: 'now', user: { type: 'Bot' } };
    const edited = { ...onPull, comment, changes: { body: { from: 'before' } } };
    expect(parseIssueCommentEvent(edited)).toMatchObject({ body: 'now', formerBody: 'before', isByApp: true });
  });

  test('in the diff names its pull request', () => {
    const events = readExamples('pull_request_review_comment', 'created').map(parseReviewCommentEvent);
    expect(events.length).toBeGreaterThan(0);
    expect(events).not.toContain(undefined);
    expect(events[0]).toMatchObject({ ref: { number: expect.any(Number) }, formerBody: undefined });
  });
});

describe('a payload of another shape', () => {
  const [push] = readExamples('push');
  test.each([
    ['no object', 'opened'],
    ['nothing', undefined],
    ['without an installation', { ...push, installation: undefined }],
    ['without an owner', { ...push, repository: { name: 'r', default_branch: 'main' } }],
    ['of another event', push],
  ])('%s is no event', (_, payload) => {
    expect(parsePullRequestEvent(payload)).toBeUndefined();
    expect(parseCheckRunEvent(payload)).toBeUndefined();
    expect(parseCheckSuiteEvent(payload)).toBeUndefined();
    expect(parseIssueCommentEvent(payload)).toBeUndefined();
    expect(parseReviewCommentEvent(payload)).toBeUndefined();
  });

  test('a push without its installation is no event', () => {
    expect(parsePushEvent({ ...push, installation: undefined })).toBeUndefined();
  });
});

describe('what an edit changed', () => {
  const [opened] = readExamples('pull_request', 'opened');
  test.each([
    ['the title', { title: { from: 'Old' } }, { title: true, base: false }],
    ['the base', { base: { ref: { from: 'old' }, sha: { from: '0' } } }, { title: false, base: true }],
    ['the description', { body: { from: 'Old' } }, { title: false, base: false }],
  ])('%s', (_, changes, changed) => {
    expect(parsePullRequestEvent({ ...opened, action: 'edited', changes })?.changed).toEqual(changed);
  });
});
