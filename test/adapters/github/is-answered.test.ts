import { expect, test } from '@jest/globals';
import { createInstallationClient } from '../../../src/adapters/github/installation-client.ts';
import { isAnswered } from '../../../src/adapters/github/proposals/is-answered.ts';
import { createFixedClock } from '../../support/fixed-clock.ts';

/** Whether a comment is answered, by what GitHub says of it. */
function ask(reply: object): Promise<boolean> {
  const fetch = () => Promise.resolve(Response.json(reply));
  const given = { token: 'ghs_test', permissions: {} };
  const client = createInstallationClient(
    { appId: 7, privateKey: '', apiUrl: 'https://github.test', clock: createFixedClock(), userAgent: '', fetch, given },
    1,
  );
  return isAnswered(client, 'IC_1');
}

function withReaction(viewerHasReacted: boolean): object {
  return { data: { node: { reactionGroups: [{ content: 'THUMBS_UP', viewerHasReacted }] } } };
}

test('a comment is answered when the app has reacted to it', async () => {
  expect(await ask(withReaction(true))).toBe(true);
  expect(await ask(withReaction(false))).toBe(false);
});

test('one that was deleted, which GitHub reports as an error, wants no answer and keeps nobody else from theirs', async () => {
  const message = "Could not resolve to a node with the global id of 'IC_1'";
  const errors = [{ type: 'NOT_FOUND', path: ['node'], message }];
  expect(await ask({ data: { node: null }, errors })).toBe(true);
});
