// Weeks follow each other without a gap and without an overlap, however late a fill runs.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { modelApprovedRfcs } from '../../src/sections/approved-rfcs/model.ts';
import { defaultCommentPeriod } from '../../src/config/default-labelled.ts';
import { modelCommentPeriods } from '../../src/sections/final-comment-period/model.ts';
import { getUsualCut, getWindow } from '../../src/sections/window.ts';
import { toDay } from '../../src/shared/brand.ts';
import { sampleWeek } from './sample-week.ts';

const START = Date.parse('2026-02-03T18:00:00Z');
const SECOND = 1000;

/** Cuts of six weeks, each somewhat off its usual time, and instants from the first to the last. */
const cuts = fc
  .array(fc.integer({ min: 0, max: 200_000 }), { minLength: 6, maxLength: 6 })
  .map((delays) => delays.map((delay, week) => new Date(START + (week * 604_800 + delay) * SECOND).toISOString()));
const seconds = fc.array(fc.integer({ min: 200_001, max: 5 * 604_800 - 1 }), { minLength: 1, maxLength: 30 });

function list(all: readonly string[], fill: (from: string, until: string) => readonly string[]): readonly string[] {
  return all.slice(1).flatMap((until, index) => fill(all[index] ?? '', until));
}

const at = (second: number): string => `${new Date(START + second * SECOND).toISOString().slice(0, 19)}Z`;

describe('replayed week by week', () => {
  test('what got its label is listed exactly once', () => {
    fc.assert(
      fc.property(cuts, seconds, (all, events) => {
        const threads = events.map((second, number) => ({
          repository: 'rust-lang/rust',
          number,
          title: 'T',
          url: `u${number}`,
          labels: [],
          labelled: [{ label: 'final-comment-period', at: at(second) }],
        }));
        const listed = list(all, (from, until) =>
          modelCommentPeriods(threads, defaultCommentPeriod, sampleWeek({ window: getWindow(from, until) }))
            .flatMap(({ items }) => items)
            .map(({ url }) => url),
        );
        expect([...listed].sort()).toEqual(threads.map(({ url }) => url).sort());
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  test('what was merged is listed exactly once, at the very second of a cut too', () => {
    fc.assert(
      fc.property(cuts, seconds, (all, events) => {
        const onCuts = all.slice(0, -1).map((cut) => `${cut.slice(0, 19)}Z`);
        const merged = [...events.map(at), ...onCuts].map((mergedAt, number) => ({
          repository: 'rust-lang/rfcs',
          number,
          title: 'T',
          url: 'u',
          mergedAt,
          added: ['text/1.md'],
        }));
        const listed = list(all, (from, until) =>
          modelApprovedRfcs(merged, 'text', sampleWeek({ window: getWindow(from, until) })).map(({ number }) =>
            String(number),
          ),
        );
        expect([...listed].sort()).toEqual(merged.map(({ number }) => String(number)).sort());
      }),
      { numRuns: 300, seed: 6 },
    );
  });
});

test('an item that was labelled again is listed again only in the week of the last time', () => {
  const thread = {
    repository: 'rust-lang/rust',
    number: 1,
    title: 'T',
    url: 'u',
    labels: [],
    labelled: [
      { label: 'final-comment-period', at: '2026-02-20T00:00:00Z' },
      { label: 'final-comment-period', at: '2026-02-12T00:00:00Z' },
      { label: 'other', at: '2026-02-26T00:00:00Z' },
    ],
  };
  const weeks = ['2026-02-10', '2026-02-17', '2026-02-24', '2026-03-03'].map((day) => `${day}T18:00:00Z`);
  const counts = weeks.slice(1).map((until, index) => {
    const week = sampleWeek({ window: getWindow(weeks[index] ?? '', until) });
    return modelCommentPeriods([thread], defaultCommentPeriod, week).flatMap(({ items }) => items).length;
  });
  expect(counts).toEqual([0, 1, 0]);
});

test('without an earlier fill a week ends the evening before its issue', () => {
  const issue = toDay('2026-03-04');
  expect(issue === undefined ? '' : getUsualCut(issue, { daysBefore: 1, time: '18:00' })).toBe('2026-03-03T18:00:00Z');
});
