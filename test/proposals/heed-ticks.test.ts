import { describe, expect, test } from '@jest/globals';
import { findDecisions, findNewTicks, keepTicks } from '../../src/proposals/heed-ticks.ts';

type Tasks = Readonly<Record<string, boolean>>;

const tasks = (marks: Tasks): ReadonlyMap<string, boolean> => new Map(Object.entries(marks));

/** Written: `a` ticked as ranked, `b` not; `c` ticked by a person, and `d`, ranked, un-ticked by one. */
const before = { automatic: new Set(['a', 'd']), people: tasks({ c: true, d: false }), out: new Set('d') };

describe('a task is a decision of people', () => {
  test('where it says otherwise than was written', () => {
    expect(findNewTicks(tasks({ a: true, b: false, c: true, d: false }), before)).toEqual(tasks({}));
    const others = { a: false, b: true, c: false, d: true };
    expect(findNewTicks(tasks(others), before)).toEqual(tasks(others));
  });

  test('or was one before, also of what is listed no more', () => {
    expect(findDecisions(tasks({ a: false, c: false }), before)).toEqual(tasks({ a: false, c: false, d: false }));
  });

  test('or where nobody knows what was written', () => {
    expect(findDecisions(tasks({ a: true, b: false }), undefined)).toEqual(tasks({ a: true, b: false }));
  });
});

describe('what is remembered of a run', () => {
  const run = { decisions: tasks({ a: false, c: true }), automatic: ['b'], waiting: tasks({}), out: new Set('a') };

  test('is what it ticked by itself, and what people decided', () => {
    const kept = { automatic: new Set(['b']), people: tasks({ a: false, c: true }), out: new Set('a') };
    expect(keepTicks(before, run)).toEqual(kept);
    expect(keepTicks(undefined, run)).toEqual(kept);
  });

  test('of a list that waits is what was known before, so that its ticks count the next time', () => {
    expect(keepTicks(before, { ...run, waiting: tasks({ a: false, d: false }) })).toEqual({
      automatic: new Set(['b', 'a', 'd']),
      people: tasks({ c: true, d: false }),
      out: new Set('a'),
    });
    expect(keepTicks(undefined, { ...run, waiting: tasks({ a: false }) })).toBeUndefined();
  });
});
