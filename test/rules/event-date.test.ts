import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { eventDate } from '../../src/rules/event-date.ts';
import { reviewRegions } from '../support/review-region.ts';

/** The draft is of 2026-03-04. */
function review(date: string, config = defaultConfig): string {
  const lines = [`* ${date} | Delft, NL | [Delft](https://ada.example)`, '    * [**Sea**](https://ada.example/7)'];
  return reviewRegions(eventDate, {}, { Europe: lines }, config);
}

describe('within four weeks', () => {
  test.each([['2026-03-04'], ['2026-04-01'], ['2026-03-01 - 2026-03-04'], ['2026-04-01 - 2026-04-09'], ['some day']])(
    '%s',
    (date) => {
      expect(review(date)).toBe('nothing to say');
    },
  );
});

test('an event that is over', () => {
  expect(review('2026-03-03')).toMatchInlineSnapshot(
    `"error event-date: The event is over when this issue appears (on ‹2026-03-04›): correct its date, or take it out."`,
  );
  expect(review('2026-03-01 - 2026-03-03')).toContain('The event is over');
  expect(review('2026-03-01-2026-03-03')).toContain('The event is over');
  expect(review('2026-03-01-03')).toContain('The event is over');
});

test('an event that is far ahead', () => {
  expect(review('2026-04-02')).toMatchInlineSnapshot(
    `"error event-date: The event is too far ahead for this issue, which announces those up to ‹2026-04-01›: add it to a later issue."`,
  );
});

test('the year of before', () => {
  expect(review('2025-03-10 - 2025-03-12')).toMatchInlineSnapshot(`
   "error event-date: The year of the event does not fit this issue: write ‹2026-03-10 - 2026-03-12›.
   - * 2025-03-10 - 2025-03-12 | Delft, NL | [Delft](https://ada.example)
   + * 2026-03-10 - 2026-03-12 | Delft, NL | [Delft](https://ada.example)"
  `);
  expect(review('2027-03-10')).toContain('+ * 2026-03-10 |');
});

test('a day that does not exist', () => {
  expect(review('2026-03-32')).toMatchInlineSnapshot(
    `"error event-date: No calendar has the day ‹2026-03-32›: write the event’s day as YYYY-MM-DD."`,
  );
});

test('an end before the beginning', () => {
  expect(review('2026-03-12 - 2026-03-10')).toMatchInlineSnapshot(
    `"error event-date: The event ends (‹2026-03-10›) before it begins (‹2026-03-12›): put the earlier day first."`,
  );
});

test('how far ahead is too far is the newsletter’s to say', () => {
  const config = { ...defaultConfig, rules: { 'event-date': [{ options: { days: 60 } }] } };
  expect(review('2026-05-02', config)).toBe('nothing to say');
  expect(review('2026-05-04', config)).toContain('too far ahead');
});
