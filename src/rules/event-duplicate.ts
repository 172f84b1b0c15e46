import { getLinkIdentity } from '../archive/link-identity.ts';
import type { Config } from '../config/schema.ts';
import type { EventEntry } from '../newsletter/events.ts';
import type { Item } from '../newsletter/issue.ts';
import { defineRule, noOptions, type Problem } from './define-rule.ts';
import { getEventSubject } from './judge-events.ts';
import { listBroughtEvents, type EventList } from './list-brought-events.ts';

export const eventDuplicate = defineRule({
  id: 'event-duplicate',
  severity: 'warning',
  summary: 'an event that stands in its region already, however its place or organisers are written',
  options: noOptions,
  needs: [],
  check: (context) =>
    listBroughtEvents(context, ({ event, section }) =>
      [section, ...identify(event, context.config)].join('\n'),
    ).flatMap((list) => checkList(list, context.config)),
});

/** The first of the same events is the one to keep, unless the author brought it to one that was there before. */
function checkList(list: EventList, config: Config): readonly Problem[] {
  const { events, isBrought } = list;
  const kept = new Map<string, EventEntry>();
  for (const event of [...events.filter((one) => !isBrought(one)), ...events.filter(isBrought)]) {
    for (const identity of identify(event, config)) if (!kept.has(identity)) kept.set(identity, event);
  }
  return events.filter(isBrought).flatMap((event) => {
    const other = identify(event, config)
      .map((identity) => kept.get(identity))
      .find((found) => found !== undefined && found !== event);
    return other === undefined ? [] : [describe(event, other, list)];
  });
}

/** Two events are one if they agree in any of these: on one day the same page, or the same words by the same organiser. */
function identify(event: EventEntry, config: Config): readonly string[] {
  const day = event.date?.range?.first;
  const [title] = event.titles;
  if (day === undefined || title === undefined) return [];
  const page = getAddress(title, config);
  const organiser = getAddress(event.item, config);
  const words = getWords(title);
  return [
    // A group's own page says nothing about which of its meetings is meant.
    ...(page === '' || (page === organiser && words === '')
      ? []
      : [`page ${day} ${page} ${page === organiser ? words : ''}`]),
    ...(organiser === '' || words === '' ? [] : [`words ${day} ${organiser} ${words}`]),
  ];
}

function getAddress({ entry }: Item, config: Config): string {
  const url = entry.links[0]?.url.text ?? '';
  return url === '' ? '' : getLinkIdentity(url, config.trackingParameters);
}

function getWords({ entry }: Item): string {
  const title = entry.links[0]?.title.text ?? entry.content.text;
  return (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

function describe(event: EventEntry, other: EventEntry, { file, section }: EventList): Problem {
  return {
    path: file.path,
    place: event.item.place,
    message: `The event is under {0} already (line ${other.item.place.startLine}): take this one out.`,
    quotes: [section],
    subject: getEventSubject(event),
  };
}
