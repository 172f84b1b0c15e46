import type { Config } from '../config/schema.ts';
import type { EventEntry, EventPlace } from '../newsletter/events.ts';
import type { Flaw } from './flaw.ts';
import { listEvents, type JudgedEvent } from './judge-events.ts';
import { rememberIssue } from './remember-issue.ts';

/**
 * A hybrid event stands in two sections, so that both kinds of readers find it.
 * @param counterparts the sections where its twin may stand; where the issue has none of them, there is nothing to say
 */
export function checkPair(
  { event, file }: JudgedEvent,
  { field, kind }: EventPlace,
  counterparts: readonly string[],
  config: Config,
): Flaw | undefined {
  const issue = file.head ?? file.base;
  const present = issue?.sections.some(({ name }) => counterparts.includes(name)) === true;
  if (kind !== 'hybrid' || issue === undefined || !present) return undefined;
  const twins = findTwins(issue, config);
  if (counterparts.some((section) => listKeys(event).some((key) => twins.has(toTwin(section, key))))) return undefined;
  return {
    place: field.place,
    message:
      'A hybrid event belongs under two headings, virtual and continent, but stands under one: add it under {0} too.',
    quotes: counterparts.slice(0, 1),
  };
}

const findTwins = rememberIssue((issue, config): ReadonlySet<string> => {
  const events = [...listEvents(issue, config).values()];
  return new Set(events.flatMap(({ section, event }) => listKeys(event).map((key) => toTwin(section, key))));
});

/** An event by its section, its day and one of its addresses: on one day, those of a twin agree. */
function toTwin(section: string, key: string): string {
  return `${section} ${key}`;
}

function listKeys({ date, item, titles }: EventEntry): readonly string[] {
  const day = date?.range?.first ?? '';
  const links = [item, ...titles].flatMap(({ entry }) => entry.links);
  // A group's list of events is as good as its own page.
  return links.map(({ url }) => `${day} ${url.text.replace(/(?:\/events)?\/?$/, '').toLowerCase()}`);
}
