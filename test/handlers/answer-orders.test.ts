import { expect, test } from '@jest/globals';
import { answerOrders } from '../../src/handlers/answer-orders.ts';
import { collectOrders } from '../../src/handlers/collect-orders.ts';
import type { GitHub, Remark, Trouble } from '../../src/ports.ts';
import { createIdleDeps, idleGitHub } from '../support/idle-deps.ts';
import { snapshotOf } from '../support/sample-snapshot.ts';

const remarks = ['IC_1', 'IC_2', 'IC_3'].map((commentId): Remark => ({
  ...{ commentId, threadId: undefined, login: 'ben', isByAuthor: false, isEdited: false, reactions: [] },
  body: '/copydesk help',
}));

/** Answers three comments, with the first of which there is trouble; returns those tried, and how it ended. */
async function answerWith(trouble: Trouble) {
  const tried: string[] = [];
  const github: GitHub = {
    ...idleGitHub,
    publishAnswer: (_, { commentId }) => {
      tried.push(commentId);
      return Promise.resolve(commentId === 'IC_1' ? { ok: false, trouble } : { ok: true, value: undefined });
    },
  };
  const deps = { ...createIdleDeps(), github };
  const asked = { orders: collectOrders(remarks), rights: new Map() };
  const end = await answerOrders(deps, { ...snapshotOf([]), remarks }, asked, 'closed');
  return [...tried, end.ok ? 'ok' : end.trouble.kind];
}

test.each<[Trouble['kind'], Trouble]>([
  ['not-permitted', { kind: 'not-permitted', missing: [], target: undefined }],
  ['unknown-outcome', { kind: 'unknown-outcome', reason: 'no such thread' }],
  ['refused', { kind: 'refused', reason: 'blocked' }],
])('a comment that cannot be answered (%s) keeps nobody else from an answer', async (kind, trouble) => {
  expect(await answerWith(trouble)).toEqual(['IC_1', 'IC_2', 'IC_3', kind]);
});

test.each<[Trouble['kind'], Trouble]>([
  ['limited', { kind: 'limited', waitMilliseconds: 60_000 }],
  ['unavailable', { kind: 'unavailable', reason: 'down' }],
])('where GitHub takes nothing (%s), nothing more is tried', async (kind, trouble) => {
  expect(await answerWith(trouble)).toEqual(['IC_1', kind]);
});
