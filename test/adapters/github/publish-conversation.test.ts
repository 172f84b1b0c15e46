import { expect, test } from '@jest/globals';
import { ApiTrouble } from '../../../src/adapters/github/api-trouble.ts';
import type { MutationFailure } from '../../../src/adapters/github/installation-client.ts';
import { publishConversation } from '../../../src/adapters/github/publish-conversation.ts';
import type { Speaker } from '../../../src/adapters/github/speaker.ts';

/** What comes of a summary and two comments to put away, where fields fail with these types. */
async function publish(failing: Readonly<Record<string, string | undefined>>): Promise<string> {
  const sent: string[] = [];
  const client: Speaker = {
    tell: (_, write) => write(),
    readPermissions: () => Promise.resolve({ contents: 'read' }),
    send: () => Promise.reject(new Error('nothing else is sent')),
    mutate: (document) => {
      const fields = [...document.matchAll(/^ {2}(\w+): (\w+)/gm)].map(([, alias = '', field = '']) => ({
        alias,
        field,
      }));
      sent.push(fields.map(({ field }) => field).join(' + '));
      const failures = fields.flatMap(({ alias, field }): MutationFailure[] =>
        field in failing ? [{ alias, type: failing[field], message: 'No.' }] : [],
      );
      return Promise.resolve(failures);
    },
  };
  const retire = [{ commentId: 'C_1', threadId: 'T_1' }];
  const plan = { summary: { commentId: undefined, body: 'All clear.' }, retire };
  const failure = await publishConversation(client, 'PR_1', plan).catch((error: unknown) => error);
  return [...sent, ...(failure instanceof ApiTrouble ? [failure.trouble.kind] : [])].join(', ');
}

test.each<[string, Readonly<Record<string, string | undefined>>, string]>([
  ['all is well', {}, 'addComment + minimizeComment'],
  ['the conversation is locked', { addComment: 'UNPROCESSABLE' }, 'addComment + minimizeComment, refused'],
  ['somebody deleted what it speaks to', { addComment: 'NOT_FOUND' }, 'addComment + minimizeComment, unknown-outcome'],
  ['GitHub stumbles', { addComment: undefined }, 'addComment + minimizeComment, unknown-outcome'],
  [
    'a comment may not be hidden: it is deleted',
    { minimizeComment: 'FORBIDDEN' },
    'addComment + minimizeComment, deletePullRequestReviewComment',
  ],
  ['a comment cannot be put away: it stays', { minimizeComment: 'UNPROCESSABLE' }, 'addComment + minimizeComment'],
  ['a comment is gone', { minimizeComment: 'NOT_FOUND' }, 'addComment + minimizeComment'],
])('%s', async (_, failing, told) => {
  expect(await publish(failing)).toBe(told);
});
