// What the updates of past issues teach about the next.
import { describe, expect, test } from '@jest/globals';
import { defaultUpdates } from '../../../src/config/default-updates.ts';
import { getEditing, renderRanking } from '../../../src/sections/updates/get-editing.ts';
import { learnWeeks, type WeeksLesson } from '../../../src/sections/updates/learn-weeks.ts';
import type { MergedPull } from '../../../src/sections/updates/merged-pull.ts';
import { packWeek, unpackWeek } from '../../../src/sections/updates/pack-week.ts';
import { listedAs, pastMerge, sampleWeeks } from '../../support/past-weeks.ts';
import { sampleWeek } from '../sample-week.ts';

/** The configured rates think much of `Stabilize` and little of `Refactor`. */
const contrary = { picked: 'Refactor', passed: 'Stabilize' };

const merged = ['Stabilize the lock file', 'Refactor the resolver'].map((title, index): MergedPull => {
  const known = { repository: 'rust-lang/cargo', number: index, title, url: '', mergedAt: '2026-02-26T10:00:00Z' };
  return { ...known, labels: [], paths: [], changedFiles: 1, branch: '', body: '' };
});

/** Titles, the likeliest first. */
function rank(lesson: WeeksLesson | undefined): readonly string[] {
  const sources = { merged, logs: [], issue: sampleWeek().issue };
  const { score } = getEditing(defaultUpdates, { lesson, wanted: 26 }, sources);
  return merged.toSorted((one, other) => score(other) - score(one)).map(({ title }) => title);
}

describe('which ones', () => {
  test('the habit of past weeks ranks, against the configured rates', () => {
    const lesson = learnWeeks(sampleWeeks(8, contrary), defaultUpdates, '2026-03-04');
    expect(rank(undefined)).toEqual(['Stabilize the lock file', 'Refactor the resolver']);
    expect(rank(lesson)).toEqual(['Refactor the resolver', 'Stabilize the lock file']);
    expect(renderRanking({ lesson, wanted: 26 })).toBe('Ranked by what the editors listed in 8 past weeks.');
  });

  test('too few weeks teach nothing, nor do issues without a list, nor those that are not past', () => {
    const few = sampleWeeks(3, contrary);
    const empty = { issue: '2026-01-07', merged: [pastMerge(1, 'Refactor x')], listed: [] };
    const later = sampleWeeks(2, contrary).map((week, index) => ({
      ...week,
      issue: `2026-03-${index === 0 ? '04' : '11'}`,
    }));
    const lesson = learnWeeks([...few, empty, ...later], defaultUpdates, '2026-03-04');
    expect(rank(lesson)).toEqual(rank(undefined));
    expect(renderRanking({ lesson, wanted: 26 })).toBe('Ranked by the configured rates: 3 of 26 past weeks are known.');
  });

  test('what an issue listed late was picked in the week in which it was merged', () => {
    const weeks = sampleWeeks(8, contrary);
    const late = weeks.map((week, index) => ({ ...week, listed: weeks[index - 1]?.listed ?? listedLater }));
    expect(rank(learnWeeks(late, defaultUpdates, '2026-03-04'))).toEqual([
      'Refactor the resolver',
      'Stabilize the lock file',
    ]);
  });

  const listedLater = [listedAs(1, 'of an issue to come')];
});

describe('how they are worded', () => {
  const scoped = sampleWeeks(6, { picked: 'fix(resolver): Mend', passed: 'chore: bump' }).map((week) => ({
    ...week,
    listed: week.listed.map(({ key, heading }) => ({
      key,
      heading,
      text: `mend thing ${key.slice(key.indexOf('#') + 1)}`,
    })),
  }));

  test('a scope that editors cut is cut, in that repository', () => {
    const { titles } = learnWeeks(scoped, defaultUpdates, '2026-03-04');
    expect(titles['rust-lang/cargo']?.scope).toBe('gone');
    expect(titles['rust-lang/rust-clippy']?.scope).toBe('code');
  });

  test('an entry that holds more than a title teaches nothing of titles', () => {
    const unclear = scoped.map((week) => ({
      ...week,
      listed: week.listed.map((one) => ({ ...one, text: undefined })),
    }));
    expect(learnWeeks(unclear, defaultUpdates, '2026-03-04').titles['rust-lang/cargo']?.scope).toBe('code');
  });
});

describe('a week that is kept', () => {
  const week = { issue: '2026-02-25', merged: [pastMerge(1, 'Mend `ü`')], listed: [listedAs(1, undefined)] };

  test('comes back as it was', () => {
    expect(unpackWeek(packWeek(week))).toEqual(week);
  });

  test.each([
    ['', 'nothing'],
    ['no week at all', 'no packed text'],
    [packWeek({ ...week, issue: 7 } as never), 'another form'],
  ])('%# is unknown where it is something else', (text) => {
    expect(unpackWeek(text)).toBeUndefined();
  });
});
