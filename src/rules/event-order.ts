import type { EventEntry } from '../newsletter/events.ts';
import type { SubmittedFile } from '../newsletter/submission.ts';
import { addDays, type DayRange } from '../newsletter/written-dates.ts';
import type { Day } from '../shared/brand.ts';
import { defineRule, noOptions, type Problem } from './define-rule.ts';
import { getEventSubject } from './judge-events.ts';
import { listBroughtEvents, type EventList } from './list-brought-events.ts';

export const eventOrder = defineRule({
  id: 'event-order',
  severity: 'warning',
  summary: 'an event that does not stand by its date among the others of its region',
  options: noOptions,
  needs: [],
  check: (context) =>
    listBroughtEvents(context, ({ event, section }) => `${section} ${event.date?.range?.first ?? ''}`).flatMap(
      checkList,
    ),
});

interface Dated {
  readonly event: EventEntry;
  readonly day: Day;
}

/** Only what the author brings can be out of order: the others stand where they stand. */
function checkList(list: EventList): readonly Problem[] {
  const dated = list.events.flatMap((event) => {
    const range = event.date?.range;
    return range === undefined || isMistaken(range, list.file) ? [] : [{ event, day: range.first }];
  });
  const others = new Set(keepAscending(dated.filter(({ event }) => !list.isBrought(event))));
  const fitting = new Set(keepAscending(listFitting(dated, list, others)));
  const kept = dated.filter((one) => others.has(one) || fitting.has(one));
  return dated.filter((one) => list.isBrought(one.event) && !fitting.has(one)).map((one) => describe(one, kept, list));
}

/** What is over, or in another year, is corrected first (`event-date`); until then it says nothing about the order. */
function isMistaken({ first, last }: DayRange, { head }: SubmittedFile): boolean {
  const issued = head?.header.date;
  return issued !== undefined && (last < issued || first > addDays(issued, MAX_DAYS));
}

const MAX_DAYS = 180;

/** Of what the author brings, whatever stands between the right neighbours of the rest. */
function listFitting(dated: readonly Dated[], list: EventList, others: ReadonlySet<Dated>): readonly Dated[] {
  const after = [...dated];
  const latest = new Map<Dated, Day>();
  let next: Day | undefined;
  for (const one of after.reverse()) {
    if (others.has(one)) next = one.day;
    if (next !== undefined) latest.set(one, next);
  }
  let previous: Day | undefined;
  return dated.filter((one) => {
    if (others.has(one)) previous = one.day;
    if (!list.isBrought(one.event)) return false;
    return (previous === undefined || previous <= one.day) && one.day <= (latest.get(one) ?? one.day);
  });
}

/** The longest run that ascends; what it leaves out stands at the wrong place. */
function keepAscending(dated: readonly Dated[]): readonly Dated[] {
  /** By length of a run, from 1, the run's last event with the earliest day. */
  const ends: Dated[] = [];
  const before = new Map<Dated, Dated | undefined>();
  for (const one of dated) {
    const at = findFirstLater(ends, one.day);
    before.set(one, ends[at - 1]);
    ends[at] = one;
  }
  const run: Dated[] = [];
  for (let one = ends.at(-1); one !== undefined; one = before.get(one)) run.push(one);
  return run.reverse();
}

function findFirstLater(ends: readonly Dated[], day: Day): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.day ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function describe({ event, day }: Dated, kept: readonly Dated[], { file, section }: EventList): Problem {
  const previous = kept.findLast((one) => one.day <= day);
  const target = previous ?? kept[0];
  const line = target?.event.item.place.startLine ?? 1;
  const where = `${previous === undefined ? 'above' : 'below'} that of {1} (line ${line})`;
  return {
    path: file.path,
    place: event.date?.field.place ?? event.item.place,
    message: `The event does not stand by its date in {0}: move it ${where}.`,
    quotes: [section, target?.day ?? day],
    subject: getEventSubject(event),
  };
}
