import { expect, test } from '@jest/globals';
import { describePulls } from '../../../src/sections/updates/describe-pulls.ts';
import type { MergedPull } from '../../../src/sections/updates/merged-pull.ts';
import { sampleWeek } from '../sample-week.ts';

const { issue } = sampleWeek();

function pull(number: number, changes: Partial<MergedPull> = {}): MergedPull {
  const [repository, title, body] = ['rust-lang/rust', `Change ${number}`, 'Why.'];
  const url = `https://github.com/${repository}/pull/${number}`;
  const known = { repository, number, title, url, mergedAt: '2026-02-26T10:00:00Z', labels: [], body };
  return { ...known, paths: ['a.rs'], changedFiles: 1, branch: 'fix', ...changes };
}

function log(day: string, number: number) {
  const text = `- [Change #${number}](https://github.com/rust-lang/rust/pull/${number}), see #12`;
  return { path: `triage/2026/${day}.md`, commit: 'c', text };
}

test('a pull request is described by itself and by the others of its week', () => {
  const body = 'Successful merges:\r\n\r\n - rust-lang/rust#11 (Change 11)\r\n - #12 (Change 12)\r\nSee #13';
  const merged = [
    pull(10, { title: 'Rollup of 2 pull requests', body }),
    pull(11),
    pull(12),
    pull(12, { repository: 'rust-lang/cargo' }),
    pull(13, { body: 'Tidy up.\n\nchangelog: none' }),
    pull(14, { title: 'Fix the rollup script', body: '- #13' }),
  ];
  const logs = [log('2026-03-02', 11), log('2026-02-16', 13)];
  const facts = describePulls({ merged, logs, issue });
  const has = (name: 'isInRollup' | 'isInTriage' | 'isUntold') =>
    facts.flatMap((one, index) => (one[name] ? [`${one.repository}#${merged[index]?.number ?? 0}`] : []));
  expect(has('isInRollup')).toEqual(['rust-lang/rust#11', 'rust-lang/rust#12']);
  expect(has('isInTriage')).toEqual(['rust-lang/rust#11']);
  expect(has('isUntold')).toEqual(['rust-lang/rust#13']);
  expect(facts[1]).toMatchObject({ title: 'Change 11', branch: 'fix', paths: ['a.rs'], bodyLength: 4 });
});
