import { expect, test } from '@jest/globals';
import { onFillComment } from '../../../src/handlers/fill/on-fill-comment.ts';

const user = { login: 'grace', type: 'User' };

/** A comment on an issue that is no pull request. */
function read(body: string, changes: object = {}, by: object = user) {
  const payload = {
    action: 'created',
    installation: { id: 1 },
    repository: { name: 'news', owner: { login: 'ferris' } },
    issue: { number: 5, node_id: 'I_5' },
    comment: { node_id: 'C_1', body, user: by },
    ...changes,
  };
  const [work] = onFillComment(payload, { delivery: 'd', event: 'issue_comment' });
  return work?.job.kind === 'fill' ? work.job.orders[0] : undefined;
}

test('a comment on any issue asks for all sections, or for those that it names', () => {
  expect(read('/copydesk fill')).toEqual({
    kind: 'command',
    commentId: 'C_1',
    subjectId: 'I_5',
    number: 5,
    login: 'grace',
    sections: [],
    isMixed: false,
  });
  expect(read('Please:\n/copydesk fill updates\n/copydesk fill Approved RFCs, new-rfcs')).toMatchObject({
    sections: ['updates', 'approved rfcs, new-rfcs', 'approved rfcs', 'new-rfcs'],
  });
  expect(read('/copydesk fill updates\n/copydesk fill')).toMatchObject({ sections: [] });
  expect(read('/copydesk fill\n/copydesk recheck')).toMatchObject({ isMixed: true });
});

test('edited comments, other commands, quotations and bots ask for nothing', () => {
  expect(read('/copydesk fill', { action: 'edited' })).toBeUndefined();
  expect(read('/copydesk recheck')).toBeUndefined();
  expect(read('> /copydesk fill')).toBeUndefined();
  expect(read('/copydesk fill', {}, { login: 'copydesk[bot]', type: 'Bot' })).toBeUndefined();
  expect(read('/copydesk fill', { comment: undefined })).toBeUndefined();
});
