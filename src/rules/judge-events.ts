import type { Config } from '../config/schema.ts';
import { parseEvent, type EventEntry } from '../newsletter/events.ts';
import type { Issue, Item } from '../newsletter/issue.ts';
import type { SubmittedFile } from '../newsletter/submission.ts';
import type { JudgedItem, Problem, RuleContext } from './define-rule.ts';
import { getSubject, judgeItems } from './judge-items.ts';
import { rememberIssue } from './remember-issue.ts';

/** An event and where it stands. */
export interface PlacedEvent {
  readonly event: EventEntry;
  readonly section: string;
  /** The events of its section in their order, itself among them. */
  readonly neighbours: readonly EventEntry[];
  /** Its position among them, from 0. */
  readonly index: number;
}

/** An event that the author answers for. */
export interface JudgedEvent extends PlacedEvent {
  readonly file: SubmittedFile;
}

/** As `judgeItems`, but asks about events, each as a whole with the lines below it. */
export function judgeEvents(
  context: RuleContext,
  judge: (judged: JudgedEvent) => readonly Problem[],
): readonly Problem[] {
  return judgeItems(context, (judged) => {
    if (context.config.grammars[judged.region] !== 'event') return [];
    const placed = findPlaced(judged, context.config);
    return placed === undefined ? [] : judge({ ...placed, file: judged.file });
  });
}

/** What identifies an event whatever line it stands on: the address of its own page, or what else it leads to. */
export function getEventSubject({ item, titles }: EventEntry): string {
  const [title] = titles;
  return title === undefined ? getSubject(item) : getSubject(title);
}

/** The events of an issue by the line they start on. */
export const listEvents = rememberIssue(
  (issue, config): ReadonlyMap<number, PlacedEvent> => new Map(readEvents(issue, config)),
);

function readEvents({ sections }: Issue, { grammars }: Config): readonly (readonly [number, PlacedEvent])[] {
  return sections
    .filter(({ region }) => grammars[region] === 'event')
    .flatMap(({ name, items }) => {
      const neighbours = items.map(parseEvent);
      return neighbours.map(
        (event, index) => [event.item.place.startLine, { event, section: name, neighbours, index }] as const,
      );
    });
}

/** undefined for a line below an event, which is judged together with the event. */
function findPlaced({ file, item }: JudgedItem, config: Config): PlacedEvent | undefined {
  return [file.head, file.base]
    .map((issue) => (issue === undefined ? undefined : listEvents(issue, config).get(item.place.startLine)))
    .find((placed) => placed !== undefined && isSame(placed.event.item, item));
}

function isSame(one: Item, other: Item): boolean {
  return one.raw === other.raw;
}
