import { toDay, type Day } from '../shared/brand.ts';

/** A date as its author wrote it, by offsets in the text. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** undefined for a day that no calendar has, such as 2026-02-30. */
  readonly day: Day | undefined;
}

/** The first and the last day of something; the same day where it has only one. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const DATE = new RegExp(
  [
    String.raw`(?<!\d)(?<!(?<![-–./]\d{1,2}|\s|-)-)(?<year>\d{4})[-–./](?<month>\d{1,2})[-–./](?<day>\d{1,2})(?!\d)`,
    String.raw`(?<!\d)(?<day2>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month2>${MONTH}),? (?<year2>\d{4})(?!\d)`,
    String.raw`(?<![a-z])(?<month3>${MONTH}) (?<day3>\d{1,2})(?:st|nd|rd|th)?,? (?<year3>\d{4})(?!\d)`,
  ].join('|'),
  'gi',
);

/** The dates in a text, in order; of the numeric forms only those that start with the year, since others are ambiguous. */
export function findDates(text: string): readonly WrittenDate[] {
  return [...text.matchAll(DATE)].map((found) => {
    const { year, month, day, year2, month2, day2, year3, month3, day3 } = found.groups ?? {};
    const monthText = month ?? toMonthNumber(month2 ?? month3 ?? '');
    const iso = [year ?? year2 ?? year3 ?? '', monthText, day ?? day2 ?? day3 ?? ''].map(pad).join('-');
    return { start: found.index, end: found.index + found[0].length, text: found[0], day: toDay(iso) };
  });
}

const BETWEEN = /^\s*(?:-{1,3}|[–—~→*/]|to|until|through)\s*$/i;
const AND = /^\s*(?:&|\+|,|and)\s*$/i;

/** The days of a text that is one of these dates, or two with a word or mark for a range between them; undefined where it says more. */
export function readRange(text: string, [start, end, more]: readonly WrittenDate[]): DayRange | undefined {
  if (start?.day === undefined || more !== undefined) return undefined;
  const rest = (text.slice(0, start.start) + text.slice((end ?? start).end)).trim();
  if (end === undefined && rest === '') return { first: start.day, last: start.day };
  if (end === undefined) return start.start === 0 ? readShortRange(start.day, rest) : undefined;
  if (rest !== '' || end.day === undefined) return undefined;
  const between = text.slice(start.end, end.start);
  const isRange = BETWEEN.test(between) || (AND.test(between) && end.day === addDays(start.day, 1));
  return isRange ? { first: start.day, last: end.day } : undefined;
}

/** `2026-03-10-12`: of the last day only the number in its month. */
function readShortRange(first: Day, rest: string): DayRange | undefined {
  const [, number] = /^[-–/]\s*(\d\d)$/.exec(rest) ?? [];
  const last = number === undefined ? undefined : toDay(`${first.slice(0, 8)}${number}`);
  return last !== undefined && last > first ? { first, last } : undefined;
}

const WEEKDAY = String.raw`(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?`;
const WEEKDAYS = new RegExp(`(?<![a-z])${WEEKDAY}`, 'gi');
/** With a colon or `pm`: else it may be a day. */
const CLOCK = String.raw`t?\d{1,2}(?::\d\d){1,2}(?:z|[+-]\d\d:?\d\d)?|\d{1,2} ?[ap]\.?m\.?`;
const ZONE = String.raw`(?:utc|gmt|z|ce?s?t|[ecmp][sd]t|bst|wes?t|ees?t|ist|jst|a[ew][sd]t)(?:[+-]\d{1,2}(?::?\d\d)?)?`;
const NO_DAY = new RegExp(`(?<![a-z])(?:${WEEKDAY}|${CLOCK}|${ZONE}|at|from|to)(?![a-z])|[\\s*_(),;@–-]`, 'gi');

/** The one day of a text that else names its weekday or a time, `2026-03-10 18:00 CET`; undefined where it says more. */
export function readTimedDay(text: string, [date, more]: readonly WrittenDate[]): DayRange | undefined {
  if (date?.day === undefined || more !== undefined) return undefined;
  const rest = `${text.slice(0, date.start)} ${text.slice(date.end)}`;
  const weekday = new Date(`${date.day}T00:00:00Z`).toUTCString().slice(0, 3).toLowerCase();
  const isNamed = (rest.match(WEEKDAYS) ?? []).every((name) => name.slice(0, 3).toLowerCase() === weekday);
  return isNamed && rest.replace(NO_DAY, '') === '' ? { first: date.day, last: date.day } : undefined;
}

/** How a range of days is written in the newsletter. */
export function writeRange({ first, last }: DayRange): string {
  return first === last ? first : `${first} - ${last}`;
}

/** The day so many days later; the day itself where that is beyond the year 9999. */
export function addDays(day: Day, count: number): Day {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + count);
  return toDay(instant) ?? day;
}

/** The same day of another year; undefined for a 29 February that year lacks. */
export function moveYears(day: Day, count: number): Day | undefined {
  return toDay(`${String(Number(day.slice(0, 4)) + count).padStart(4, '0')}${day.slice(4)}`);
}

function pad(part: string): string {
  return part.padStart(2, '0');
}

function toMonthNumber(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}
