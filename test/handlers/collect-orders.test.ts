import { describe, expect, test } from '@jest/globals';
import { collectOrders } from '../../src/handlers/collect-orders.ts';
import type { Remark } from '../../src/ports.ts';

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
