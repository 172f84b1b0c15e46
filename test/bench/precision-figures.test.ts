// The table of rules shows how right each is on real history; its figures are committed and must be those of today's rules.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { comparePrecision } from '../../bench/evaluate/precision/compare-precision.ts';
import { readJudgements } from '../../bench/evaluate/read-judgements.ts';
import { allRules } from '../../src/rules/index.generated.ts';

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const evaluate = fileURLToPath(new URL('../../bench/evaluate/index.ts', import.meta.url));
const isThere = existsSync(`${data}/pulls.jsonl`);
// Jest keeps the console of a file that it skips to itself.
if (!isThere) process.stdout.write('Skipped: the history that rules are measured on is not in ../shared/data.\n');

test('judgements speak of rules that exist', async () => {
  const ids = allRules.map(({ id }) => id);
  expect([...(await readJudgements()).keys()].filter((rule) => !ids.includes(rule))).toEqual([]);
});

test('a rule that finds more, less or other things than the committed figures say is named with both', () => {
  const share = { findings: 3, pulls: 2, mended: 2, wrong: 1 };
  const none = { findings: 0, pulls: 0, mended: 0, wrong: 0 };
  const committed = {
    kept: { error: { before: none, since: share } },
    gone: { warning: { before: share, since: share } },
    early: { hint: { before: share, since: none } },
  };
  const today = {
    kept: { error: { before: share, since: { ...share, wrong: 0 } } },
    added: { hint: { before: none, since: share } },
  };
  expect(comparePrecision(committed, committed)).toEqual([]);
  expect(comparePrecision(committed, today)).toEqual([
    'added hint: nothing committed, 3 in 2 pull requests (2 mended, 1 wrong) today',
    'gone warning: 3 in 2 pull requests (2 mended, 1 wrong) committed, nothing today',
    'kept error: 3 in 2 pull requests (2 mended, 1 wrong) committed, 3 in 2 pull requests (2 mended, 0 wrong) today',
  ]);
});

// In a process of its own: jest's modules make the same work twice as slow.
(isThere ? test : test.skip)(
  'on real history the committed figures are fresh, every judgement has its finding, and no review crashes',
  async () => {
    const { stdout, code } = await runEvaluate(['rules', '--data', data, '--check']);
    expect({ stdout, code }).toEqual({ stdout: 'The committed figures are those of today.\n', code: 0 });
  },
  600_000,
);

async function runEvaluate(args: readonly string[]): Promise<{ readonly stdout: string; readonly code: unknown }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [evaluate, ...args], (error, stdout) => {
      resolve({ stdout, code: error?.code ?? 0 });
    });
  });
}
