import type { PlacedText } from '../shared/place.ts';
import type { Item } from './issue.ts';
import { splitFields, type Field } from './pipe-fields.ts';
import { findDates, readRange, readTimedDay, type DayRange, type WrittenDate } from './written-dates.ts';

/** An event as its two lines say it: `* date | place | organisers`, and below `    * [**title**](address)`. */
export interface EventEntry {
  readonly item: Item;
  /** The first line between its pipes. */
  readonly fields: readonly Field[];
  /** Where its date stands; undefined where the line does not begin with anything like one. */
  readonly date: EventDate | undefined;
  readonly place: EventPlace | undefined;
  readonly organisers: readonly Field[];
  /** The lines below. */
  readonly titles: readonly Item[];
}

export interface EventDate {
  readonly field: PlacedText;
  readonly dates: readonly WrittenDate[];
  /** undefined where the days cannot be told. */
  readonly range: DayRange | undefined;
}

/** Where an event takes place. */
export interface EventPlace {
  readonly field: PlacedText;
  readonly kind: 'virtual' | 'hybrid' | 'in-person';
  /** What stands between the commas of `City, State, Country`; empty where nothing is said. */
  readonly parts: readonly PlacedText[];
}

/** Reads an event. Whatever the text, some entry comes of it. */
export function parseEvent(item: Item): EventEntry {
  const fields = splitFields(item);
  const [first, second, ...organisers] = fields;
  return {
    item,
    fields,
    date: first === undefined ? undefined : parseDate(first),
    place: second === undefined || second.links.length > 0 ? undefined : parsePlace(second),
    organisers,
    titles: item.children,
  };
}

function parseDate(field: Field): EventDate | undefined {
  const dates = field.links.length > 0 ? [] : findDates(field.text);
  if (dates.length === 0 && !/^\d/.test(field.text)) return undefined;
  return { field, dates, range: readRange(field.text, dates) ?? readTimedDay(field.text, dates) };
}

const VIRTUAL = /^(?:virtual|online|remote)$/i;
const MODE = String.raw`(?:(?:virtual|online|remote|hybrid|in[- ]?person)(?![a-z])(?:[\s,:&+/()-]|and(?![a-z]))*)+`;
/** `Virtual (…)`, `Hybrid - Virtual and In-Person (…)`, `Hybrid: …`. */
const MODE_FIRST = new RegExp(`^${MODE}`, 'i');
/** `…, DE + Virtual`, `…, DE (Online)`. */
const MODE_LAST = new RegExp(String.raw`(?:\s*[-–—+&/(]|\s+and(?![a-z]))[\s+&/(]*${MODE}$`, 'i');
/** `Virtual + …, DE`: both. */
const JOINS = /(?:[+&/]|(?<![a-z])and)[\s(]*$/i;
const JOINED = /^\s*\(?\s*(?:[+&/]|and)/i;
/** How far from its end a place is searched for such words. */
const MAX_MODE = 60;

function parsePlace(field: PlacedText): EventPlace {
  const { text } = field;
  if (VIRTUAL.test(text)) return { field, kind: 'virtual', parts: [] };
  const [before = ''] = MODE_FIRST.exec(text) ?? [];
  const after = findModeAfter(text, before);
  const inner = text.length - after.length;
  const end = before !== '' && text[inner - 1] === ')' ? inner - 1 : inner;
  const parts = splitParts(field, before.length, Math.max(before.length, end));
  // Of `Virtual + worldwide`, nobody knows where one could go.
  const isJoined = (JOINS.test(before) && parts.length > 1) || (JOINED.test(after) && parts.length > 0);
  return { field, kind: readKind(before + after, isJoined), parts };
}

/** Where a word for the mode comes first, another one counts only behind its parenthesis: `Virtual (…) + in-person`. */
function findModeAfter(text: string, before: string): string {
  const rest = text.slice(before.length);
  const [after = ''] = MODE_LAST.exec(rest.slice(-MAX_MODE)) ?? [];
  return before === '' || rest.slice(0, rest.length - after.length).endsWith(')') ? after : '';
}

/** @param isJoined whether the mode is something besides the place */
function readKind(mode: string, isJoined: boolean): EventPlace['kind'] {
  const isOnline = /virtual|online|remote/i.test(mode);
  if (/hybrid/i.test(mode) || (isOnline && isJoined)) return 'hybrid';
  if (/in[- ]?person/i.test(mode)) return isOnline ? 'hybrid' : 'in-person';
  return isOnline ? 'virtual' : 'in-person';
}

function splitParts({ text, place }: PlacedText, start: number, end: number): readonly PlacedText[] {
  const parts: PlacedText[] = [];
  let at = start;
  for (const part of text.slice(start, end).split(',')) {
    const inner = part.trim();
    const column = place.startColumn + at + (inner === '' ? 0 : part.length - part.trimStart().length);
    parts.push({ text: inner, place: { ...place, startColumn: column, endColumn: column + inner.length } });
    at += part.length + 1;
  }
  return parts.length === 1 && parts[0]?.text === '' ? [] : parts;
}
