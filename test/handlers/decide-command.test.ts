import { describe, expect, test } from '@jest/globals';
import { parseCommands } from '../../src/commands/parse-command.ts';
import type { Finding, Severity } from '../../src/findings/finding.ts';
import { type CommandFacts, decideCommand } from '../../src/handlers/decide-command.ts';
import type { Permission, Remark } from '../../src/ports.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { snapshotOf } from '../support/sample-snapshot.ts';

const remark: Remark = {
  commentId: 'IC_1',
  threadId: undefined,
  login: 'eve',
  isByAuthor: false,
  body: '',
  isEdited: false,
  reactions: [],
};

type Who = Partial<Remark> & { readonly right?: Permission };

function decide(line: string, { right, ...who }: Who = {}, review: CommandFacts['review'] = 'draft'): string {
  const [command] = parseCommands(`/copydesk ${line}`);
  if (command === undefined) throw new Error(`no command: ${line}`);
  const rights = new Map(right === undefined ? [] : [['eve', right] as const]);
  const verdict = decideCommand(command, { ...remark, ...who }, { rights, review });
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
  [`ignore ${'x'.repeat(9_000)}`, 'unknown-rule'],
])('%.30s: %s', (line, verdict) => {
  expect(decide(line, { right: 'write' })).toBe(verdict);
});

test('in a thread only ignore is taken', () => {
  expect(decide('help', { threadId: 'PRRT_1' })).toBe('in-thread');
  expect(decide('ignore item-form', { threadId: 'PRRT_1', right: 'write' })).toBe('done');
});

describe('what a rule found is ignored', () => {
  function find(rule: string, severity: Severity): Finding {
    const place = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
    const path = toRepositoryPath('draft/a.md');
    return { rule, severity, path, place, message: '', quotes: [], edits: [], subject: '' };
  }
  const [warning, error] = [find('item-form', 'warning'), find('item-form', 'error')];
  const ignore = { rule: 'item-form', login: 'editor', reason: undefined, coversErrors: true };

  test.each<[string, findings: readonly Finding[], ignored: readonly Finding[], who: Who, verdict: string]>([
    ['for its author, warnings', [warning, find('item-bullet', 'error')], [], { isByAuthor: true }, 'done'],
    ['for its author, errors alone', [error], [], { isByAuthor: true }, 'only-errors'],
    ['for its author, both', [warning, error], [], { isByAuthor: true }, 'errors-stay'],
    ['for its author, errors that an editor has ignored', [], [error], { isByAuthor: true }, 'only-errors'],
    ['for an editor, both', [warning, error], [], { right: 'write' }, 'done'],
    ['for an author with write access, errors', [error], [], { isByAuthor: true, right: 'write' }, 'done'],
  ])('%s', (_, findings, ignored, who, verdict) => {
    const before = ignored.map((finding) => ({ finding, ignore }));
    const input = { files: [], submission: { files: [] }, findings, ignored: before, places: [] };
    expect(decide('ignore item-form', who, { snapshot: snapshotOf([]), input })).toBe(verdict);
  });
});
