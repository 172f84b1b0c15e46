import { describe, expect, test } from '@jest/globals';
import { eventOrder } from '../../src/rules/event-order.ts';
import { reviewRegions } from '../support/review-region.ts';

function write(days: readonly number[]): readonly string[] {
  return days.flatMap((day) => [
    `* 2026-03-${String(day).padStart(2, '0')} | Delft, NL | [Delft](https://ada.example)`,
    `    * [**Day ${day}**](https://ada.example/${day})`,
  ]);
}

function review(before: readonly number[], after: readonly number[]): string {
  return reviewRegions(eventOrder, { Europe: write(before) }, { Europe: write(after) });
}

test('an event at the end that belongs between two others', () => {
  expect(review([5, 9, 12], [5, 9, 12, 10])).toMatchInlineSnapshot(
    `"warning event-order: The event does not stand by its date in ‹Europe›: move it below that of ‹2026-03-09› (line 16)."`,
  );
});

test('an event that belongs before all others', () => {
  expect(review([9, 12], [9, 12, 5])).toMatch(/move it above that of ‹2026-03-09› \(line 14\)\.$/);
});

describe('in order', () => {
  test.each([
    [[], [5]],
    [
      [5, 9],
      [5, 7, 9],
    ],
    [
      [5, 9],
      [5, 5, 9, 9],
    ],
    [[], [5, 7, 9]],
  ])('%j becomes %j', (before, after) => {
    expect(review(before, after)).toBe('nothing to say');
  });
});

test('the disorder of others stays theirs, and what fits among them fits', () => {
  expect(review([9, 5, 12], [9, 5, 12, 13])).toBe('nothing to say');
  expect(review([5, 20, 9, 12], [5, 20, 9, 10, 12])).toBe('nothing to say');
});

test('of several new events those are named that disturb the others', () => {
  const told = review([], [5, 12, 7, 9]);
  expect(told.split('\n')).toHaveLength(1);
  expect(told).toContain('below that of ‹2026-03-09›');
});

test('what is over has no place, unless it lasts', () => {
  expect(review([9, 12], [9, 12, 3])).toBe('nothing to say');
  const lasting = write([9, 3]).map((line) => line.replace('2026-03-03', '2026-03-03 - 2026-03-05'));
  expect(reviewRegions(eventOrder, { Europe: write([9]) }, { Europe: lasting })).toContain('above that of');
});

test('whoever mends an address answers for no order', () => {
  const before = write([9, 5]);
  const after = before.map((line) => line.replace('example/5', 'example/five'));
  expect(reviewRegions(eventOrder, { Europe: before }, { Europe: after })).toBe('nothing to say');
});

test('whoever mends a date does', () => {
  const before = write([5, 9]);
  const after = before.map((line) => line.replace('03-05', '03-15'));
  expect(reviewRegions(eventOrder, { Europe: before }, { Europe: after })).toContain('below that of ‹2026-03-09›');
});

test.each(['2025', '2027'])('a date of %s, which `event-date` corrects first, says nothing about the order', (year) => {
  const [first = '', ...title] = write([7]);
  const after = [...write([5]), first.replace('2026', year), ...title, ...write([9])];
  expect(reviewRegions(eventOrder, { Europe: write([5, 9]) }, { Europe: after })).toBe('nothing to say');
});

test('each region has an order of its own', () => {
  expect(reviewRegions(eventOrder, { Europe: write([9]) }, { Europe: write([9]), Asia: write([5]) })).toBe(
    'nothing to say',
  );
});
