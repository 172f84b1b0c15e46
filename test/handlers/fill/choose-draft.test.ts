import { expect, test } from '@jest/globals';
import { chooseDraft } from '../../../src/handlers/fill/choose-draft.ts';
import { toCommitSha, toRepositoryPath } from '../../../src/shared/brand.ts';

function choose(now: string, drafts: Readonly<Record<string, string>>, timeZone = 'UTC'): string | undefined {
  const texts = Object.entries(drafts).map(([path, text]) => ({ path: toRepositoryPath(path), text }));
  const chosen = chooseDraft(texts, toCommitSha('1'.repeat(40)), { now: new Date(now), timeZone });
  return chosen && `${chosen.date} ${chosen.path}`;
}

const drafts = {
  'draft/2026-03-11.md': 'no header',
  'draft/next.md': 'Title: Week 9\nDate: 2026-03-04\n',
  'draft/old.md': 'Date: 2026-02-25\n',
  'draft/ideas.md': '# Ideas',
};

test.each([
  ['2026-03-03T18:00:00Z', '2026-03-04 draft/next.md'],
  ['2026-03-04T23:59:00Z', '2026-03-04 draft/next.md'],
  ['2026-03-05T00:00:00Z', '2026-03-11 draft/2026-03-11.md'],
  ['2026-04-01T00:00:00Z', '2026-03-11 draft/2026-03-11.md'],
])('at %s the draft that comes next is %s', (now, chosen) => {
  expect(choose(now, drafts)).toBe(chosen);
});

test.each([
  ['2026-03-05T01:00:00Z', 'America/Los_Angeles', '2026-03-04 draft/next.md'],
  ['2026-03-05T08:00:00Z', 'America/Los_Angeles', '2026-03-11 draft/2026-03-11.md'],
  ['2026-03-04T10:59:00Z', 'Pacific/Auckland', '2026-03-04 draft/next.md'],
  ['2026-03-04T11:00:00Z', 'Pacific/Auckland', '2026-03-11 draft/2026-03-11.md'],
  ['2026-03-04T23:59:00Z', 'Mars/Olympus', '2026-03-04 draft/next.md'],
])('at %s in %s the draft that comes next is %s', (now, timeZone, chosen) => {
  expect(choose(now, drafts, timeZone)).toBe(chosen);
});

test('a draft without a date is none', () => {
  expect(choose('2026-03-03T18:00:00Z', { 'draft/ideas.md': '# Ideas', 'draft/2026-02-30.md': '' })).toBeUndefined();
});
