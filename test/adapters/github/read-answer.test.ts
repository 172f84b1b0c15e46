import { expect, test } from '@jest/globals';
import { createInstallationClient } from '../../../src/adapters/github/installation-client.ts';
import { readAnswer } from '../../../src/adapters/github/proposals/read-answer.ts';
import { createFixedClock } from '../../support/fixed-clock.ts';

/** What stands of the answer to a comment, by what GitHub says of it. */
function ask(reply: object) {
  const fetch = () => Promise.resolve(Response.json(reply));
  const auth = { kind: 'token', token: 'ghs_test', permissions: {} } as const;
  const client = createInstallationClient(
    { auth, apiUrl: 'https://github.test', clock: createFixedClock(), userAgent: '', fetch },
    1,
  );
  return readAnswer(client, { commentId: 'IC_1', subjectId: 'I_1' });
}

const comments = {
  nodes: [
    { body: 'Not a reply', viewerDidAuthor: false },
    { body: 'A reply', viewerDidAuthor: true },
  ],
};

const subject = { __typename: 'Issue', repository: { id: 'R_1', databaseId: 17 }, comments };

function withReaction(viewerHasReacted: boolean): object {
  const node = { reactionGroups: [{ content: 'THUMBS_UP', viewerHasReacted }] };
  return { data: { node, subject } };
}

test('a comment is answered when the app has reacted to it; before that its own comments may hold the reply', async () => {
  expect(await ask(withReaction(true))).toBeUndefined();
  expect(await ask(withReaction(false))).toEqual({ repositoryId: '17', isOnIssue: true, said: ['A reply'] });
});

test('one that was deleted, which GitHub reports as an error, wants no answer and keeps nobody else from theirs', async () => {
  const message = "Could not resolve to a node with the global id of 'IC_1'";
  const errors = [{ type: 'NOT_FOUND', path: ['node'], message }];
  expect(await ask({ data: { node: null, subject }, errors })).toBeUndefined();
});
