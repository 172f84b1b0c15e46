import { describe, expect, test } from '@jest/globals';
import { cronTimes } from '../../src/adapters/schedule/cron-times.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { findDue, getPreviousDate } from '../../src/proposals/find-due.ts';

function tell(now: string, changes: Partial<typeof defaultConfig.proposal> = {}, date = '2026-03-04'): string {
  const proposal = { ...defaultConfig.proposal, ...changes };
  const due = findDue(date, new Date(now), { proposal }, cronTimes);
  return due.kind === 'due' ? due.since.toISOString() : due.kind;
}

describe('by default, in the week of Wednesday 2026-03-04, sections', () => {
  test.each([
    ['2026-02-26T04:00:00Z', 'too-early'],
    ['2026-03-03T17:59:59Z', 'too-early'],
    ['2026-03-03T18:00:00Z', '2026-03-03T18:00:00.000Z'],
    ['2026-03-03T23:59:00Z', '2026-03-03T18:00:00.000Z'],
    ['2026-03-04T11:00:00Z', '2026-03-04T06:00:00.000Z'],
    ['2026-03-04T19:59:00Z', '2026-03-04T18:00:00.000Z'],
    ['2026-03-04T22:59:59Z', '2026-03-04T20:00:00.000Z'],
    ['2026-03-04T23:00:00Z', 'frozen'],
    ['2026-03-09T12:00:00Z', 'frozen'],
  ])('at %s are due since: %s', (now, due) => {
    expect(tell(now)).toBe(due);
  });
});

test('the schedule goes by the calendar of its time zone, over the change of clocks', () => {
  const zone = { timeZone: 'Europe/Berlin', fill: '0 18 * * 2', refresh: [] };
  expect(tell('2026-03-24T17:30:00Z', zone, '2026-03-25')).toBe('2026-03-24T17:00:00.000Z');
  expect(tell('2026-03-31T16:30:00Z', zone, '2026-04-01')).toBe('2026-03-31T16:00:00.000Z');
});

test('the day of an issue ends when it ends in its time zone', () => {
  const west = { timeZone: 'America/Los_Angeles', fill: '0 18 * * 3', refresh: [], freeze: '0 22 * * 3' };
  expect(tell('2026-02-26T03:00:00Z', west)).toBe('too-early');
  expect(tell('2026-03-05T01:59:00Z', west)).toBe('too-early');
  expect(tell('2026-03-05T02:30:00Z', west)).toBe('2026-03-05T02:00:00.000Z');
  expect(tell('2026-03-05T06:00:00Z', west)).toBe('frozen');
  const east = { timeZone: 'Pacific/Auckland', fill: '0 7 * * 4', refresh: [], freeze: '0 9 * * 4' };
  expect(tell('2026-03-04T18:30:00Z', east)).toBe('frozen');
  expect(tell('2026-02-25T18:30:00Z', east)).toBe('2026-02-25T18:00:00.000Z');
});

test('a pattern or zone that is none never comes due', () => {
  expect(tell('2026-03-04T12:00:00Z', { fill: 'on Tuesdays' })).toBe('too-early');
  expect(tell('2026-03-04T12:00:00Z', { timeZone: 'Mars/Olympus' })).toBe('too-early');
});

test('the issue before is the newest that is known, else a week older', () => {
  expect(getPreviousDate('2026-03-04', [])).toBe('2026-02-25');
  expect(getPreviousDate('2026-03-12', ['2026-02-25', '2026-03-04', '2026-03-12', '2026-03-19'])).toBe('2026-03-04');
  expect(getPreviousDate('2026-03-04', ['2026-02-04'])).toBe('2026-02-04');
  expect(getPreviousDate('2026-03-04', ['2026-01-21'])).toBe('2026-02-25');
});
