import { describe, expect, test } from '@jest/globals';
import { parseCommands } from '../../src/commands/parse-command.ts';
import { decideCommand } from '../../src/handlers/decide-command.ts';
import type { Permission, Remark } from '../../src/ports.ts';

const remark: Remark = {
  commentId: 'IC_1',
  threadId: undefined,
  login: 'eve',
  isByAuthor: false,
  body: '',
  isEdited: false,
  reactions: [],
};

function decide(line: string, { right, ...who }: Partial<Remark> & { right?: Permission } = {}): string {
  const [command] = parseCommands(`/copydesk ${line}`);
  if (command === undefined) throw new Error(`no command: ${line}`);
  const rights = new Map(right === undefined ? [] : [['eve', right] as const]);
  const verdict = decideCommand(command, { ...remark, ...who }, { rights, review: 'draft' });
  return verdict.kind === 'refused' ? verdict.why.kind : verdict.kind;
}

describe('who may', () => {
  test.each<[string, Permission | undefined, boolean, string]>([
    ['ignore item-form', 'write', false, 'done'],
    ['ignore item-form', 'read', true, 'done'],
    ['ignore item-form', 'unknown', true, 'done'],
    ['ignore item-form', 'read', false, 'not-permitted'],
    ['ignore item-form', 'unknown', false, 'permission-unknown'],
    ['ignore item-form', undefined, false, 'permission-unknown'],
    ['recheck', 'write', false, 'draft'],
    ['recheck', 'unknown', false, 'permission-unknown'],
    ['section Official', 'read', false, 'not-permitted'],
    ['help', undefined, false, 'help'],
    ['open sesame', undefined, false, 'unknown'],
  ])('%s, with permission %s, author: %s → %s', (line, right, isByAuthor, verdict) => {
    expect(decide(line, { isByAuthor, ...(right === undefined ? {} : { right }) })).toBe(verdict);
  });
});

test.each([
  ['ignore', 'no-rule'],
  ['ignore item-bulet', 'unknown-rule'],
  [`ignore ${'x'.repeat(60_000)}`, 'unknown-rule'],
])('%.30s: %s', (line, verdict) => {
  expect(decide(line, { right: 'write' })).toBe(verdict);
});

test('in a thread only ignore is taken', () => {
  expect(decide('help', { threadId: 'PRRT_1' })).toBe('in-thread');
  expect(decide('ignore item-form', { threadId: 'PRRT_1', right: 'write' })).toBe('done');
});
