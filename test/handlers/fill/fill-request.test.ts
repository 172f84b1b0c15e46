import { describe, expect, test } from '@jest/globals';
import { judgeOrders } from '../../../src/handlers/fill/fill-request.ts';
import type { Permission } from '../../../src/ports.ts';
import type { FillOrder } from '../../../src/ports/job.ts';
import { idleGitHub } from '../../support/idle-deps.ts';

const repository = { installationId: 1, owner: 'ferris', repository: 'news' };
const rights: Readonly<Record<string, Permission>> = { grace: 'write', eve: 'read' };

function say(login: string, ...sections: readonly string[]): FillOrder {
  return { kind: 'command', commentId: `C_${login}`, subjectId: 'I_1', number: 1, login, sections, isMixed: false };
}

function tick(login: string): FillOrder {
  return { kind: 'tick', number: 1, login, tasks: [['https://a.test/', true]] };
}

const bySchedule: FillOrder = { kind: 'schedule' };

/** What is to be done of these orders; `answered` comments have their reaction. */
async function judge(orders: readonly FillOrder[], answered: readonly string[] = []) {
  const github = {
    ...idleGitHub,
    readPermission: (_: unknown, login: string) =>
      Promise.resolve({ ok: true as const, value: rights[login] ?? 'unknown' }),
  };
  const earlier = { hasReply: false, replies: 0, isOnIssue: true, repositoryId: '1' };
  const judged = await judgeOrders({ github }, repository, orders, ({ commentId }) =>
    Promise.resolve({ ok: true, value: answered.includes(commentId) ? undefined : earlier }),
  );
  if (!judged.ok) throw new Error(judged.trouble.kind);
  const { wish, sections, ticks, refusedTicks, commands } = judged.value;
  return {
    ...{ wish, sections, toAnswer: commands.map(({ command, right }) => `${command.login}: ${right}`) },
    ...{ ticks: ticks.length, refusedTicks: refusedTicks.length },
  };
}

const nothing = { wish: undefined, sections: [], toAnswer: [], ticks: 0, refusedTicks: 0 };

describe('of those who want sections filled', () => {
  test.each<[what: string, orders: readonly FillOrder[], expected: Partial<Awaited<ReturnType<typeof judge>>>]>([
    [
      'who may write is heeded',
      [say('grace', 'rfcs')],
      { wish: 'command', sections: ['rfcs'], toAnswer: ['grace: write'] },
    ],
    ['who may not is only answered', [say('eve', 'rfcs')], { toAnswer: ['eve: read'] }],
    ['who may, for all that GitHub says, is only answered', [say('mallory')], { toAnswer: ['mallory: unknown'] }],
    ['the schedule needs nobody’s leave', [bySchedule, say('eve')], { wish: 'schedule', toAnswer: ['eve: read'] }],
    [
      'a command comes before the schedule, which looks at whether it is time',
      [bySchedule, say('grace', 'rfcs'), say('eve', 'fcp')],
      { wish: 'command', sections: ['rfcs'], toAnswer: ['grace: write', 'eve: read'] },
    ],
    [
      'who names none wants all',
      [say('grace', 'rfcs'), say('grace')],
      { wish: 'command', toAnswer: ['grace: write', 'grace: write'] },
    ],
    [
      'a tick counts for all sections',
      [tick('grace'), say('grace', 'rfcs')],
      { wish: 'command', ticks: 1, toAnswer: ['grace: write'] },
    ],
    ['a tick by who may not is taken back', [tick('eve'), tick('mallory')], { wish: 'tick', refusedTicks: 2 }],
  ])('%s', async (_, orders, expected) => {
    expect(await judge(orders)).toEqual({ ...nothing, ...expected });
  });

  test('who has an answer is not asked after again', async () => {
    expect(await judge([say('grace', 'rfcs')], ['C_grace'])).toEqual(nothing);
  });
});

test('where GitHub does not say who may, or what was answered, nothing is done', async () => {
  const trouble = { ok: false, trouble: { kind: 'unavailable', reason: 'down' } } as const;
  const allow = {
    ...idleGitHub,
    readPermission: () => Promise.resolve({ ok: true as const, value: 'write' as const }),
  };
  const deny = { ...idleGitHub, readPermission: () => Promise.resolve(trouble) };
  const readReply = () => Promise.resolve(trouble);
  expect(await judgeOrders({ github: deny }, repository, [tick('grace')], readReply)).toBe(trouble);
  expect(await judgeOrders({ github: allow }, repository, [say('grace')], readReply)).toBe(trouble);
});
