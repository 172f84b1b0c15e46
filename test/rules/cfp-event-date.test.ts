import { describe, expect, test } from '@jest/globals';
import { cfpEventDate } from '../../src/rules/cfp-event-date.ts';
import { reviewRegions } from '../support/review-region.ts';

/** The draft is of 2026-03-04. */
function review(closes: string, event: string): string {
  const line = `* [**RustMoon**](https://ada.example/cfp) | CFP closes ${closes} | Delft, NL | ${event}`;
  return reviewRegions(cfpEventDate, {}, { 'CFP - Events': [line] });
}

describe('in time', () => {
  test.each([
    ['2026-03-04', '2026-09-08'],
    ['2026-04-01', '2026-04-01'],
    ['2026-04-01', '2026-09-08 - 2026-09-09'],
    ['soon', '2026-09-08'],
  ])('closes %s, event %s', (closes, event) => {
    expect(review(closes, event)).toBe('nothing to say');
  });
});

test('a call that has closed', () => {
  expect(review('2026-03-01', '2026-09-08')).toMatchInlineSnapshot(
    `"error cfp-event-date: The call has closed when this issue appears (on ‹2026-03-04›): take it out."`,
  );
});

test('the year of before', () => {
  expect(review('2025-03-20', '2026-09-08')).toMatchInlineSnapshot(`
   "error cfp-event-date: The call has closed when this issue appears: if the year is wrong, write ‹2026-03-20›.
   - * [**RustMoon**](https://ada.example/cfp) | CFP closes 2025-03-20 | Delft, NL | 2026-09-08
   + * [**RustMoon**](https://ada.example/cfp) | CFP closes 2026-03-20 | Delft, NL | 2026-09-08"
  `);
});

test('an event of the year before, on both days', () => {
  expect(review('2026-04-01', '2025-09-08 - 2025-09-09')).toMatchInlineSnapshot(`
   "error cfp-event-date: The event is over when this issue appears: if the year is wrong, write ‹2026-09-08›.
   - * [**RustMoon**](https://ada.example/cfp) | CFP closes 2026-04-01 | Delft, NL | 2025-09-08 - 2025-09-09
   + * [**RustMoon**](https://ada.example/cfp) | CFP closes 2026-04-01 | Delft, NL | 2026-09-08 - 2026-09-09"
  `);
});

test('an event before its call closes, where either day may be the wrong one', () => {
  expect(review('2026-10-01', '2026-09-08')).toMatchInlineSnapshot(
    `"error cfp-event-date: The event takes place before its call closes: correct the dates."`,
  );
});

test('a day that does not exist', () => {
  expect(review('2026-02-30', '2026-09-08')).toMatchInlineSnapshot(
    `"error cfp-event-date: No calendar has the day ‹2026-02-30›: write it as YYYY-MM-DD."`,
  );
});

test('an old call is nobody’s fault today', () => {
  const old = ['* [**RustMoon**](https://ada.example/cfp) | 2026-01-01 | Delft, NL | 2026-02-08'];
  expect(reviewRegions(cfpEventDate, { 'CFP - Events': old }, { 'CFP - Events': old })).toBe('nothing to say');
});
