// How near the generated sections come to the published ones, on the newsletter's real history.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { compareBytes } from '../../bench/evaluate/fill/compare-bytes.ts';
import { compareWeek } from '../../bench/evaluate/fill/compare-week.ts';
import { measureTitles } from '../../bench/evaluate/fill/measure-titles.ts';
import { readMerged } from '../../bench/evaluate/fill/read-merged.ts';
import { readWeeks } from '../../bench/evaluate/fill/read-weeks.ts';
import { replayRfcs } from '../../bench/evaluate/fill/replay-rfcs.ts';
import { slips } from '../../bench/evaluate/fill/slips.ts';
import { walkPicks } from '../../bench/evaluate/fill/walk-picks.ts';

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const isThere = existsSync(join(data, 'sections', 'merged.jsonl'));
// Jest keeps the console of a file that it skips to itself.
if (!isThere) process.stdout.write('Skipped: the published weeks (sections/) are not in ../shared/data.\n');

const { updates } = defaultConfig.fill;
if (updates === false) throw new Error('the updates are switched off');

(isThere ? describe : describe.skip)('the published weeks', () => {
  test('are rendered as they were published but for known slips', async () => {
    const weeks = await readWeeks(data, '2025-02-26');
    const differences = weeks
      .flatMap((week) => compareWeek(week, defaultConfig))
      .filter(({ week, section }) => section !== 'fcp' || week >= '2026');
    const bytes = weeks.filter((week) => compareBytes(week, defaultConfig) === 'different');
    expect([
      ...bytes.map(({ issue_date: week }) => `${week} bytes`),
      ...differences.map(({ week, section }) => `${week} ${section}`),
    ]).toEqual(Object.keys(slips));
  });

  test('have titles that are worded like the editors’', async () => {
    const span = { from: '2025-02-26', until: '2025-08-31' };
    expect(measureTitles(await readMerged(data), span, updates).exact).toBeGreaterThan(0.7);
  });

  test('miss no approved RFC and repeat none', async () => {
    expect(await replayRfcs(data)).toEqual({ approved: 68, missed: [], repeated: [] });
  });
});

test('nothing of a week or later teaches the model that ranks it', () => {
  const row = (week: string, pr: number, title: string, picked: boolean) => ({
    week,
    repo: 'a/b',
    pr,
    title,
    merged_at: `${week}T00:00:00Z`,
    paths: null,
    nfiles: null,
    picked,
    heading: null,
    published_text: null,
  });
  const past = Array.from({ length: 40 }, (_, pr) =>
    row('2026-01-07', pr, pr % 2 ? 'stabilize it' : 'rename it', pr % 2 === 1),
  );
  const week = [row('2026-01-14', 50, 'rename that', false), row('2026-01-14', 51, 'stabilize that', true)];
  const settings = { config: updates, triage: new Map<string, ReadonlySet<number>>() };
  const walk = (rows: readonly (typeof past)[number][]) =>
    walkPicks(rows, { from: '2026-01-14', until: '2026-01-14' }, settings);
  expect(walk([...past, ...week])).toMatchObject({ atLength: 1, listed: 1 });
  const opposite = past.map((one) => ({ ...one, week: '2026-01-21', picked: !one.picked }));
  expect(walk([...past, ...week, ...opposite])).toEqual(walk([...past, ...week]));
});

test('no title of a week or later teaches how its titles are worded', () => {
  const row = (week: string, pr: number, published: string) => ({
    week,
    repo: 'rust-lang/cargo',
    pr,
    title: `fix(toml): Mend ${pr}`,
    merged_at: `${week}T00:00:00Z`,
    paths: null,
    nfiles: null,
    picked: true,
    heading: 'Cargo',
    published_text: published,
  });
  const now = [row('2026-01-14', 5, 'toml: Mend 5')];
  const others = [6, 7, 8].map((pr) => row('2026-01-21', pr, `toml: Mend ${pr}`));
  const earlier = [1, 2, 3].map((pr) => row('2026-01-07', pr, `toml: Mend ${pr}`));
  const span = { from: '2026-01-14', until: '2026-01-14' };
  expect(measureTitles([...now, ...others], span, updates).exact).toBe(0);
  expect(measureTitles([...earlier, ...now], span, updates).exact).toBe(1);
});
