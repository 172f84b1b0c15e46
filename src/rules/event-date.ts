import { z } from 'zod';
import type { EventDate } from '../newsletter/events.ts';
import { addDays, moveYears, writeRange, type DayRange } from '../newsletter/written-dates.ts';
import type { Day } from '../shared/brand.ts';
import { defineRule, type Problem } from './define-rule.ts';
import type { Flaw } from './flaw.ts';
import { getEventSubject, judgeEvents } from './judge-events.ts';
import { placeWithin } from './slice-item.ts';

const options = z.strictObject({
  days: z.int().min(1).default(28).describe('How many days after its date an issue announces; the last one included'),
});

export const eventDate = defineRule({
  id: 'event-date',
  severity: 'error',
  summary: 'an event on a day that does not exist, that is over, or that is too far ahead for this issue',
  options,
  needs: [],
  check: (context, { days }) =>
    judgeEvents(context, ({ event, file }): readonly Problem[] => {
      const issued = (file.head ?? file.base)?.header.date;
      const flaw = event.date === undefined ? undefined : checkDate(event.date, issued, days);
      return flaw === undefined ? [] : [{ path: file.path, subject: getEventSubject(event), ...flaw }];
    }),
});

function checkDate({ field, dates, range }: EventDate, issued: Day | undefined, days: number): Flaw | undefined {
  const unreal = dates.find(({ day }) => day === undefined);
  if (unreal !== undefined) {
    return {
      place: placeWithin(field, unreal.start, unreal.end),
      message: 'No calendar has the day {0}: write the event’s day as YYYY-MM-DD.',
      quotes: [unreal.text],
    };
  }
  if (range === undefined) return undefined;
  if (range.last < range.first) {
    return {
      place: field.place,
      message: 'The event ends ({0}) before it begins ({1}): put the earlier day first.',
      quotes: [range.last, range.first],
    };
  }
  return issued === undefined ? undefined : checkWindow(field, range, { first: issued, last: addDays(issued, days) });
}

function checkWindow(field: EventDate['field'], range: DayRange, window: DayRange): Flaw | undefined {
  if (isInside(range, window)) return undefined;
  const otherYear = [1, -1].flatMap((count) => shift(range, count)).find((moved) => isInside(moved, window));
  if (otherYear !== undefined) {
    const written = writeRange(otherYear);
    return {
      place: field.place,
      message: 'The year of the event does not fit this issue: write {0}.',
      quotes: [written],
      edits: [{ ...field.place, text: written }],
    };
  }
  return {
    place: field.place,
    message:
      range.last < window.first
        ? 'The event is over when this issue appears (on {0}): correct its date, or take it out.'
        : 'The event is too far ahead for this issue, which announces those up to {1}: add it to a later issue.',
    quotes: [window.first, window.last],
  };
}

/** An event of several days may have begun when the issue appears. */
function isInside({ first, last }: DayRange, window: DayRange): boolean {
  return window.first <= last && first <= window.last;
}

function shift({ first, last }: DayRange, years: number): readonly DayRange[] {
  const start = moveYears(first, years);
  const end = moveYears(last, years);
  return start === undefined || end === undefined ? [] : [{ first: start, last: end }];
}
