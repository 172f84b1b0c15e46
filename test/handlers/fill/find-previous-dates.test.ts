import { expect, test } from '@jest/globals';
import { findPreviousDates } from '../../../src/handlers/fill/find-previous-dates.ts';
import { toCommitSha, toDay, toRepositoryPath } from '../../../src/shared/brand.ts';

test.each([
  ['the same name with the next number', '2026-03-19-issue-13.md', ['2026-03-05-issue-12.md'], '2026-03-05'],
  ['files of another kind', '2026-03-19-issue-13.md', ['2026-03-17-announcement.md'], '2026-03-12'],
  ['files without a day', '13.md', ['12.md'], '2026-03-12'],
])('the issue before has %s', (_, name, archived, previous) => {
  const date = toDay('2026-03-19');
  if (date === undefined) throw new Error('no day');
  const draft = { path: toRepositoryPath(`_posts/${name}`), text: '', date, head: toCommitSha('a'.repeat(40)) };
  expect(
    findPreviousDates(draft, { drafts: [], archived: archived.map((one) => toRepositoryPath(`content/${one}`)) })[1],
  ).toBe(previous);
});
