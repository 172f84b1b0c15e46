import { getEventDays, type CallForPapers, type DatedField } from '../newsletter/cfp.ts';
import { moveYears, type WrittenDate } from '../newsletter/written-dates.ts';
import type { Day } from '../shared/brand.ts';
import type { Place } from '../shared/place.ts';
import { defineRule, noOptions } from './define-rule.ts';
import type { Flaw } from './flaw.ts';
import { judgeCalls } from './judge-calls.ts';
import { placeWithin } from './slice-item.ts';

export const cfpEventDate = defineRule({
  id: 'cfp-event-date',
  severity: 'error',
  summary: 'a call for papers that has closed, or whose event takes place before it closes',
  options: noOptions,
  needs: [],
  check: (context) =>
    judgeCalls(context, (call, { file }) => {
      const issued = (file.head ?? file.base)?.header.date;
      return [...listUnreal(call), ...(issued === undefined ? [] : checkDays(call, issued))];
    }),
});

function listUnreal({ closing, event }: CallForPapers): readonly Flaw[] {
  return [closing, event]
    .filter((field) => field !== undefined)
    .flatMap((field) => field.dates.map((date) => ({ field, date })))
    .filter(({ date }) => date.day === undefined)
    .map(({ field, date }) => ({
      place: getDatePlace(field, date),
      message: 'No calendar has the day {0}: write it as YYYY-MM-DD.',
      quotes: [date.text],
    }));
}

function checkDays(call: CallForPapers, issued: Day): readonly Flaw[] {
  const closing = call.closing?.dates.at(-1);
  const days = getEventDays(call);
  return [...checkClosing(call, closing, issued), ...checkEvent(call, closing?.day, days?.last, issued)];
}

function checkClosing(call: CallForPapers, closing: WrittenDate | undefined, issued: Day): readonly Flaw[] {
  const field = call.closing;
  if (field === undefined || closing?.day === undefined || closing.day >= issued) return [];
  const place = getDatePlace(field, closing);
  const eventDay = getEventDays(call)?.first ?? '';
  const nextYear = moveYears(closing.day, 1);
  // In January, last year's number slips in; the event itself shows whether it did.
  if (nextYear !== undefined && nextYear >= issued && nextYear <= eventDay && closing.day < getHalfYearBefore(issued)) {
    return [describeYear('The call has closed when this issue appears', place, nextYear)];
  }
  return [{ place, message: 'The call has closed when this issue appears (on {0}): take it out.', quotes: [issued] }];
}

function checkEvent(
  { event }: CallForPapers,
  closes: Day | undefined,
  last: Day | undefined,
  issued: Day,
): readonly Flaw[] {
  const due = closes !== undefined && closes > issued ? closes : issued;
  if (event === undefined || last === undefined || last >= due) return [];
  const moved = event.dates.flatMap((date) => {
    const day = date.day === undefined ? undefined : moveYears(date.day, 1);
    return day === undefined ? [] : [{ place: getDatePlace(event, date), day }];
  });
  const first = moved[0];
  const isOver = last < issued;
  const problem = isOver ? 'The event is over when this issue appears' : 'The event takes place before its call closes';
  // Of a day to come nobody can tell whether it is wrong itself, or the day on which the call closes.
  if (isOver && first !== undefined && moved.length === event.dates.length && first.day >= due) {
    const flaw = describeYear(problem, event.place, first.day);
    return [{ ...flaw, edits: moved.map(({ place, day }) => ({ ...place, text: day })) }];
  }
  return [{ place: event.place, message: `${problem}: correct the dates.` }];
}

function describeYear(problem: string, place: Place, day: Day): Flaw {
  return {
    place,
    message: `${problem}: if the year is wrong, write {0}.`,
    quotes: [day],
    edits: [{ ...place, text: day }],
  };
}

/** Half a year before a day, as text to compare with. */
function getHalfYearBefore(day: Day): string {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month > 6 ? 0 : 1);
  return `${year}-${String(month > 6 ? month - 6 : month + 6).padStart(2, '0')}${day.slice(7)}`;
}

function getDatePlace(field: DatedField, { start, end }: WrittenDate): Place {
  return placeWithin(field, start, end);
}
