import type { Config } from '../config/schema.ts';
import type { EventEntry } from '../newsletter/events.ts';
import type { Item } from '../newsletter/issue.ts';
import type { Field } from '../newsletter/pipe-fields.ts';
import { writeRange } from '../newsletter/written-dates.ts';
import { checkBullet } from './check-bullet.ts';
import { checkEventTitles } from './check-event-titles.ts';
import { checkOrganisers } from './check-organisers.ts';
import { defineRule, noOptions, type Problem } from './define-rule.ts';
import type { Flaw } from './flaw.ts';
import { getEventSubject, judgeEvents, type JudgedEvent } from './judge-events.ts';
import { getEnd, getGap, rewrite, sliceItem } from './slice-item.ts';

export const eventForm = defineRule({
  id: 'event-form',
  severity: 'error',
  summary: 'an event that is not written in two lines: date, place and organisers, and below them its bold title',
  options: noOptions,
  needs: [],
  check: (context) => judgeEvents(context, (judged) => checkEvent(judged, context.config)),
});

function checkEvent(judged: JudgedEvent, config: Config): readonly Problem[] {
  const { event, file } = judged;
  return listFlaws(judged, config).map((flaw) => ({ path: file.path, subject: getEventSubject(event), ...flaw }));
}

function listFlaws(judged: JudgedEvent, config: Config): readonly Flaw[] {
  const { event, neighbours, index } = judged;
  const above = neighbours[index - 1];
  if (isStrayTitle(event, above)) return describeStrayTitle(event, config);
  // An item without text is the business of `empty-item`.
  if (event.item.entry.content.text === '') return [];
  if (event.date === undefined) return [describeUndated(event, config)];
  const below = neighbours[index + 1];
  const isTitleBelow = below !== undefined && isStrayTitle(below, event);
  return [
    ...checkBullet(event.item, config),
    ...checkDate(event),
    ...checkPipes(event),
    ...checkOrganisers(event),
    ...(isTitleBelow ? [] : checkEventTitles(event, judged.file, config)),
  ];
}

/** In lines: there may be a blank one between an event and its title. */
const MAX_DISTANCE = 2;

/** The second line of the event above, without its indentation: Markdown takes it for an item of its own. */
function isStrayTitle({ date, item, titles }: EventEntry, above: EventEntry | undefined): boolean {
  if (date !== undefined || titles.length > 0 || item.entry.links.length === 0) return false;
  const distance = item.place.startLine - (above?.item.place.endLine ?? 0);
  return (
    distance <= MAX_DISTANCE &&
    above?.date !== undefined &&
    above.titles.length === 0 &&
    /^\**\[/.test(item.entry.content.text)
  );
}

function describeStrayTitle({ item }: EventEntry, { bullet }: Config): readonly Flaw[] {
  const edits = rewrite(item, { ...item.bulletPlace, startColumn: 1 }, `    ${bullet} `);
  // Where it begins as it should, the line of its event does not.
  if (edits.length === 0) return [];
  return [
    {
      place: item.entry.content.place,
      message: 'The title stands beside its event instead of below it: begin the line with four spaces and {0}.',
      quotes: [`${bullet} `],
      edits,
    },
  ];
}

function describeUndated({ item }: EventEntry, { bullet }: Config): Flaw {
  return {
    place: item.entry.content.place,
    message:
      'The event does not begin with its date: write two lines, {0} and, with four spaces before the bullet, {1}.',
    quotes: [`${bullet} YYYY-MM-DD | City, Country | [Organiser](address)`, `    ${bullet} [**Title**](address)`],
  };
}

function checkDate({ date, item, fields }: EventEntry): readonly Flaw[] {
  if (date === undefined) return [];
  const { field, range, dates } = date;
  if (range !== undefined) {
    const written = writeRange(range);
    // A range that ends before it begins, or on its first day, is the business of `event-date`.
    const isOdd = range.first > range.last || (range.first === range.last && dates.length > 1);
    if (field.text === written || isOdd) return [];
    return [
      {
        place: field.place,
        message: 'The date {0} is not in the newsletter’s form: write {1}.',
        quotes: [field.text, written],
        edits: rewrite(item, field.place, written),
      },
    ];
  }
  // A day that no calendar has is the business of `event-date`; where a pipe is missing, more than the date stands here (`checkPipes`).
  if (dates.some(({ day }) => day === undefined) || fields.length < MIN_FIELDS) return [];
  return [
    {
      place: field.place,
      message: 'The date {0} is not in the newsletter’s form: write one day, {1}, or a range, {2}.',
      quotes: [field.text, 'YYYY-MM-DD', 'YYYY-MM-DD - YYYY-MM-DD'],
    },
  ];
}

/** Date, place and organiser. */
const MIN_FIELDS = 3;

function checkPipes({ fields, item }: EventEntry): readonly Flaw[] {
  const count = Math.max(MIN_FIELDS, fields.findLastIndex(({ text }) => text !== '') + 1);
  const kept = fields.slice(0, count);
  const empty = kept.find(({ text }) => text === '');
  const flaws = [...checkGaps(item, kept), ...checkEnd(fields, count)];
  if (kept.length >= MIN_FIELDS && empty === undefined) return flaws;
  return [
    ...flaws,
    {
      place: empty?.place ?? item.entry.content.place,
      message: 'A part of the event is missing: write {0}.',
      quotes: ['date | place | [organiser](address)'],
    },
  ];
}

function checkGaps(item: Item, fields: readonly Field[]): readonly Flaw[] {
  const edits = fields.slice(1).flatMap((field, index) => {
    const before = fields[index] ?? field;
    return before.text === '' || field.text === '' ? [] : rewrite(item, getGap(before.place, field.place), ' | ');
  });
  const [first] = edits;
  if (first === undefined) return [];
  const isEscaped = edits.some((edit) => sliceItem(item, edit).includes('\\'));
  return [
    {
      place: first,
      message: isEscaped
        ? 'A pipe has a backslash, which is only right in a table: put one space on each side of each {0} and nothing more.'
        : 'The spaces around a pipe are missing or too many: put one on each side of each {0}.',
      quotes: ['|'],
      edits,
    },
  ];
}

/** Nothing is missing after a pipe at the end. */
function checkEnd(fields: readonly Field[], count: number): readonly Flaw[] {
  const [last, end] = [fields[count - 1], fields.at(-1)];
  if (last === undefined || end === undefined || fields.length <= count) return [];
  const place = getGap(last.place, getEnd(end.place));
  return [
    {
      place,
      message: 'There is a pipe too many at the end of the line ({0}): take it out.',
      quotes: ['|'],
      edits: last.text === '' ? [] : [{ ...place, text: '' }],
    },
  ];
}
