import type { Item, Link } from './issue.ts';
import { splitFields, type Field } from './pipe-fields.ts';
import { findDates, type DayRange, type WrittenDate } from './written-dates.ts';

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
    // An address beside the event's own is welcome.
    .filter(({ text, links }) => text !== '' && links.length === 0)
    .map((field) => ({ ...field, dates: findDates(field.text) }));
  const closing = findClosing(fields);
  const event = fields.findLast((field) => field !== closing && field.dates.length > 0);
  const place = fields.find((field) => field !== closing && field !== event && field.dates.length === 0);
  const parts = [closing, place, event];
  const isPlain = tail === undefined && rest.length === 3 && parts.every((part, index) => part === fields[index]);
  return { item, link, closing, place, event, isPlain };
}

/** The first and last day of the event; undefined where they cannot be told. */
export function getEventDays({ event }: CallForPapers): DayRange | undefined {
  const first = event?.dates[0]?.day;
  const last = event?.dates.at(-1)?.day;
  return first === undefined || last === undefined ? undefined : { first, last };
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
  const links = head.links.slice(1).filter(({ place }) => place.startColumn >= startColumn);
  // `[CFP](…) closes …` is no address beside the event's own but part of the words.
  const hasWords = findDates(text).length > 0;
  return {
    text,
    links: hasWords ? [] : links,
    place: { ...head.place, startColumn, endColumn: startColumn + text.length },
  };
}
