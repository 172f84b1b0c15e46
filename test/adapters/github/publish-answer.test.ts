import { expect, test } from '@jest/globals';
import { ApiTrouble } from '../../../src/adapters/github/api-trouble.ts';
import type { Speaker } from '../../../src/adapters/github/speaker.ts';
import { publishAnswer } from '../../../src/adapters/github/publish-answer.ts';
import type { Trouble } from '../../../src/ports.ts';
import type { Answer } from '../../../src/review/answer.ts';
import { snapshotOf } from '../../support/sample-snapshot.ts';
import { createStubClient } from '../../support/stub-client.ts';

const answer: Answer = {
  commentId: 'IC_1',
  reply: { kind: 'lines', path: 'a.md', startLine: 1, line: 2, body: 'on lines', otherwise: 'in words' },
  reactions: ['+1'],
};

interface Circumstances {
  readonly onLines?: Trouble;
  readonly reaction?: string;
  readonly isIssue?: boolean;
}

/** What GitHub is sent, as words, by a client that fails to comment on lines, or with whose reaction something is wrong. */
async function publish({ onLines, reaction, isIssue = false }: Circumstances): Promise<readonly string[]> {
  const sent: string[] = [];
  const client = createStubClient({
    send: (_, { body }) => {
      sent.push(String(body));
      return onLines === undefined ? Promise.resolve({}) : Promise.reject(new ApiTrouble(onLines));
    },
    mutate: (_, { body, target }) => {
      sent.push(typeof body === 'string' ? body : `react to ${String(target)}`);
      const isBad = reaction !== undefined && body === undefined;
      return Promise.resolve(isBad ? [{ alias: 'done', type: reaction, message: 'No.' }] : []);
    },
  });
  const speaker: Speaker = { ...client, tell: (_, write) => write() };
  const { ref, nodeId, head } = snapshotOf([]);
  const target = isIssue ? { ref, nodeId, isIssue } : { ref, nodeId, head };
  const failure = await publishAnswer(speaker, target, answer).catch((error: unknown) => error);
  return failure instanceof ApiTrouble ? [...sent, failure.trouble.kind] : sent;
}

test.each<[string, Circumstances, readonly string[]]>([
  ['all is well', {}, ['on lines', 'react to IC_1']],
  [
    'GitHub takes no comment on these lines: it is said in the conversation',
    { onLines: { kind: 'refused', reason: 'not in the diff' } },
    ['on lines', 'in words', 'react to IC_1'],
  ],
  ['an issue has no lines: it is said in the conversation', { isIssue: true }, ['in words', 'react to IC_1']],
  [
    'nobody knows whether it landed: nothing more is sent',
    { onLines: { kind: 'unknown-outcome', reason: 'cut off' } },
    ['on lines', 'unknown-outcome'],
  ],
  ['the command is gone by now', { reaction: 'NOT_FOUND' }, ['on lines', 'react to IC_1']],
  ['GitHub takes no such word', { reaction: 'UNPROCESSABLE' }, ['on lines', 'react to IC_1', 'refused']],
  ['the conversation is locked', { reaction: 'FORBIDDEN' }, ['on lines', 'react to IC_1', 'not-permitted']],
])('%s', async (_, circumstances, sent) => {
  expect(await publish(circumstances)).toEqual(sent);
});
