import { describe, expect, test } from '@jest/globals';
import { collectOrders, isRecheckAsked } from '../../src/handlers/collect-orders.ts';
import { listIgnores } from '../../src/handlers/list-ignores.ts';
import { readRights } from '../../src/handlers/read-rights.ts';
import type { Permission, Remark } from '../../src/ports.ts';
import { idleGitHub } from '../support/idle-deps.ts';
import { snapshotOf } from '../support/sample-snapshot.ts';

function say(index: number, login: string, change: Partial<Remark> = {}): Remark {
  const remark = { commentId: `IC_${index}`, threadId: undefined, login, isByAuthor: login === 'ada' };
  return { ...remark, body: '/copydesk help', isEdited: false, reactions: [], ...change };
}

function sayOften(times: number, login: string, change: Partial<Remark> = {}): readonly Remark[] {
  return Array.from({ length: times }, (_, index) => say(index, login, change));
}

const ids = (orders: readonly { readonly remark: Remark }[]) => orders.map(({ remark }) => remark.commentId);

describe('a flood of commands', () => {
  test('the newest are answered first, and it is told that there are more', () => {
    const { fresh, hasMore } = collectOrders([...sayOften(12, 'eve'), say(99, 'editor')]);
    expect(ids(fresh)).toEqual(['IC_3', 'IC_4', 'IC_5', 'IC_6', 'IC_7', 'IC_8', 'IC_9', 'IC_10', 'IC_11', 'IC_99']);
    expect(hasMore).toBe(true);
  });

  test('of one person 40 are answered, edited ones among them, and no more', () => {
    const done = sayOften(39, 'eve', { reactions: ['+1'], isEdited: true });
    const { fresh, hasMore } = collectOrders([...done, say(50, 'eve'), say(51, 'eve'), say(52, 'ben')]);
    expect(ids(fresh)).toEqual(['IC_50', 'IC_52']);
    expect(hasMore).toBe(false);
  });
});

describe('ignores that stand', () => {
  const standing = { body: '/copydesk help\n/copydesk ignore item-form', reactions: ['+1', 'confused'] } as const;

  test('however many one person holds against it, the next one counts', () => {
    const orders = collectOrders([...sayOften(300, 'eve', standing), say(999, 'editor', standing)]);
    expect(ids(orders.standing)).toContain('IC_999');
  });

  test('of a crowd, the author’s count and the first thirty people’s', () => {
    const crowd = Array.from({ length: 200 }, (_, index) => say(index, `eve-${index}`, standing));
    const orders = collectOrders([...crowd, say(999, 'ada', standing)]);
    expect(ids(orders.standing)).toEqual([...ids(orders.standing.slice(0, 30)), 'IC_999']);
  });
});

const rights = new Map<string, Permission>([
  ['editor', 'write'],
  ['eve', 'read'],
]);

test.each<[what: string, who: string, change: Partial<Remark>, isAsked: boolean]>([
  ['by the author', 'ada', {}, true],
  ['by an editor', 'editor', {}, true],
  ['by a stranger', 'eve', {}, false],
  ['by somebody of whom nothing is known', 'mallory', {}, false],
  ['in a thread', 'ada', { threadId: 'PRRT_1' }, false],
  ['and was answered', 'ada', { reactions: ['+1'] }, false],
  ['beside something else', 'ada', { body: '/copydesk help\n/copydesk recheck' }, true],
  ['by another command', 'ada', { body: '/copydesk section?' }, false],
])('a new check, asked for %s (%s)', (_, who, change, isAsked) => {
  const orders = collectOrders([say(1, who, { body: '/copydesk recheck', ...change })]);
  expect(isRecheckAsked({ orders, rights })).toBe(isAsked);
});

test.each([
  ['ada', 'ignore item-form', true],
  ['ada', 'recheck', false],
  ['eve', 'recheck', true],
  ['eve', 'ignore item-form', true],
  ['eve', 'help', false],
  ['eve', 'open sesame', false],
])('what %s may do is asked for “%s”: %s', async (who, command, isAsked) => {
  const asked: string[] = [];
  const github = {
    ...idleGitHub,
    readPermission: (_: unknown, login: string) => {
      asked.push(login);
      return Promise.resolve({ ok: true as const, value: 'read' as const });
    },
  };
  const orders = collectOrders([say(1, who, { body: `/copydesk ${command}` })]);
  const found = await readRights(github, snapshotOf([]), orders);
  expect(found).toEqual({ ok: true, value: new Map(isAsked ? [[who, 'read']] : []) });
  expect(asked).toEqual(isAsked ? [who] : []);
});

test('of several ignores those count whose authors may, errors only by write access, and other commands not at all', () => {
  const body = '/copydesk recheck\n/copydesk ignore item-form two talks';
  const orders = collectOrders(['ada', 'editor', 'eve', 'mallory'].map((who, index) => say(index, who, { body })));
  const ignore = { rule: 'item-form', reason: 'two talks' };
  expect(listIgnores({ orders, rights })).toEqual([
    { ...ignore, login: 'ada', coversErrors: false },
    { ...ignore, login: 'editor', coversErrors: true },
  ]);
});
