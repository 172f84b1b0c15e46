import type { Item, Link } from './issue.ts';
import { splitFields, type Field } from './pipe-fields.ts';
import { findDates, readRange, type DayRange, type WrittenDate } from './written-dates.ts';

/** A call for papers: `* [**event**](address) | CFP closes date | place | date of the event`, and what else it says. */
export interface CallForPapers {
  readonly item: Item;
  /** The name of the event; undefined where there is no link. */
  readonly link: Link | undefined;
  /** Where it says until when the call is open; a rolling call has no date. */
  readonly closing: DatedField | undefined;
  readonly place: Field | undefined;
  readonly event: DatedField | undefined;
  /** Whether there is nothing besides these four in this order, with pipes between them. */
  readonly isPlain: boolean;
}

/** A field whose addresses are blanked out: they may have words and dates in them, too. */
export interface DatedField extends Field {
  readonly dates: readonly WrittenDate[];
}

const CLOSING = /\b(?:clos(?:es?|ed|ing)|deadline|until|till|due|open|submit|ends?)\b/i;
const UNDATED = /\b(?:rolling|ongoing|open|tb[ad])\b/i;
const EVENT = /\b(?:event|conference|takes? place|held)\b/i;

/** Reads a call in whatever order and words it was written; what cannot be told is undefined. */
export function parseCall(item: Item): CallForPapers {
  const [head, ...rest] = splitFields(item);
  const link = head?.links[0];
  const tail = head === undefined || link === undefined ? undefined : getTail(head, link);
  const fields = [...(tail === undefined ? [] : [tail]), ...rest]
    .map(readField)
    .filter((field, index) => field.dates.length > 0 || (hasWords(field) && !(index === 0 && isAside(tail))));
  const closing = findClosing(fields);
  const event = fields.findLast((field) => field !== closing && field.dates.length > 0);
  const isPlace = (field: DatedField): boolean => field !== closing && field !== event && field.dates.length === 0;
  const place = fields.find(isPlace) ?? rest.map(readField).find((field) => isPlace(field) && isLinkedPlace(field));
  const parts = [closing, place, event];
  const isPlain = tail === undefined && rest.length === 3 && parts.every((part, index) => part === fields[index]);
  return { item, link, closing, place, event, isPlain };
}

/** The first and last day that is named for the event, in whatever order; undefined where they cannot be told. */
export function getEventDays({ event }: CallForPapers): DayRange | undefined {
  const days = (event?.dates ?? []).map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined || days.includes(undefined) ? undefined : { first, last };
}

/** The days of the event where nothing but one day or range of days follows the words that its field begins with; else undefined. */
export function readEventRange({ event }: CallForPapers): DayRange | undefined {
  const [first] = event?.dates ?? [];
  if (event === undefined || first === undefined || event.links.length > 0) return undefined;
  const text = event.text.slice(first.start);
  const range = readRange(text, findDates(text));
  return range !== undefined && range.first <= range.last ? range : undefined;
}

function readField(field: Field): DatedField {
  let { text } = field;
  for (const { url } of field.links) {
    const start = url.place.startColumn - field.place.startColumn;
    text = text.slice(0, start) + ' '.repeat(url.text.length) + text.slice(start + url.text.length);
  }
  return { ...field, text, dates: findDates(text) };
}

/** Whether what follows the event’s own link is about a further address. */
function isAside(tail: Field | undefined): boolean {
  return tail !== undefined && tail.links.length > 0;
}

/** Whether a field says anything outside its links: a further address alone is none of the four. */
function hasWords({ text, links, place: { startColumn } }: Field): boolean {
  const outside = links.reduceRight(
    (rest, { place }) => rest.slice(0, place.startColumn - startColumn) + rest.slice(place.endColumn - startColumn),
    text,
  );
  return /[\p{L}\p{N}]/u.test(outside);
}

/** `[Warsaw, Poland](…)`: of links without words beside them, one that names a place as places are named. */
function isLinkedPlace({ links }: Field): boolean {
  return links.length === 1 && links.some(({ title }) => /\p{L}, *\p{L}/u.test(title.text));
}

function findClosing(fields: readonly DatedField[]): DatedField | undefined {
  const dated = fields.filter(({ dates }) => dates.length > 0);
  const named = dated.find(({ text }) => CLOSING.test(text));
  const [first] = fields;
  const rolling = first !== undefined && first.dates.length === 0 && UNDATED.test(first.text) ? first : undefined;
  const next = dated.find(({ text }) => !EVENT.test(text));
  // A lone date without words that does not come first is more likely the event's.
  const isEvent = dated.length === 1 && next !== first;
  return named ?? rolling ?? (isEvent ? undefined : next);
}

/** What follows the link before the first pipe. */
function getTail(head: Field, link: Link): Field | undefined {
  const column = head.place.startColumn;
  const written = head.text.slice(link.place.endColumn - column);
  const text = written.trim();
  if (text === '') return undefined;
  const startColumn = link.place.endColumn + written.length - written.trimStart().length;
  return {
    text,
    links: head.links.slice(1).filter(({ place }) => place.startColumn >= startColumn),
    place: { ...head.place, startColumn, endColumn: startColumn + text.length },
  };
}
