import { expect, test } from '@jest/globals';
import { choosePastWeek, listWantedIssues } from '../../../src/handlers/past/choose-past-week.ts';
import { toDay, toRepositoryPath } from '../../../src/shared/brand.ts';

const issues = ['2026-02-04', '2026-02-11', '2026-02-18', '2026-02-25', '2026-03-04'].flatMap((day) => {
  const issue = toDay(day);
  return issue === undefined ? [] : [{ issue, path: toRepositoryPath(`content/${day}.md`) }];
});

test('wanted are the newest that are out, each day once', () => {
  const wanted = listWantedIssues([...issues, ...issues], { count: 3, today: '2026-02-26' });
  expect(wanted.map(({ issue }) => issue)).toEqual(['2026-02-25', '2026-02-18', '2026-02-11']);
});

test.each([
  ['the newest that is not known', ['2026-02-25 m'], {}, '2026-02-18'],
  ['one that was asked for in another manner', ['2026-02-25 of old', '2026-02-18 m'], {}, '2026-02-25'],
  ['the less often tried', [], { '2026-02-25': 1, '2026-02-18': 1 }, '2026-02-11'],
  ['one tried in vain where no other is left', ['2026-02-18 m', '2026-02-11 m'], { '2026-02-25': 4 }, '2026-02-25'],
  ['none that was tried too often', ['2026-02-18 m', '2026-02-11 m'], { '2026-02-25': 5 }, undefined],
  ['none where all are known', ['2026-02-25 m', '2026-02-18 m', '2026-02-11 m'], {}, undefined],
] as const)('next comes %s', (_, known, tries, expected) => {
  const wanted = listWantedIssues(issues, { count: 3, today: '2026-02-26' });
  const names = known.map((one) => ({ issue: one.slice(0, 10), manner: one.slice(11) }));
  const counted: Readonly<Record<string, number>> = tries;
  const next = choosePastWeek(wanted, names, { manner: 'm', countTries: (issue) => counted[issue] ?? 0 });
  expect(next?.issue).toBe(expected);
});
