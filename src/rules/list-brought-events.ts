import type { EventEntry } from '../newsletter/events.ts';
import type { ItemChange, SubmittedFile } from '../newsletter/submission.ts';
import type { RuleContext } from './define-rule.ts';
import { isMovedToArchive } from './judge-issues.ts';
import { listEvents, type PlacedEvent } from './judge-events.ts';

/** The events of one section, and which of them the author brings there. */
export interface EventList {
  readonly file: SubmittedFile;
  readonly section: string;
  readonly events: readonly EventEntry[];
  readonly isBrought: (event: EventEntry) => boolean;
}

/**
 * The sections of events into which a pull request brings any; templates are left out. An event that was there before is
 * brought only where `getKey` says something else of it now. A draft that is being published is judged as a whole; what
 * was carried over from another issue is nobody's fault today.
 */
export function listBroughtEvents(context: RuleContext, getKey: (placed: PlacedEvent) => string): readonly EventList[] {
  const { files } = context.submission;
  const carried = new Set(
    files.flatMap(({ base }) => [...(base === undefined ? [] : listEvents(base, context.config).values())].map(getRaw)),
  );
  return files.flatMap((file) => {
    if (file.head === undefined || file.role === 'template') return [];
    const placed = listEvents(file.head, context.config);
    const old = file.base === undefined ? new Map<number, PlacedEvent>() : listEvents(file.base, context.config);
    const fresh = new Set(file.changes.flatMap((change) => getFreshLine(change, placed, old, getKey)));
    const isBrought = (event: EventEntry): boolean =>
      isMovedToArchive(file) ||
      (fresh.has(event.item.place.startLine) && !(file.base === undefined && carried.has(event.item.raw)));
    return groupBySection(placed)
      .filter(({ events }) => events.some(isBrought))
      .map((list) => ({ ...list, file, isBrought }));
  });
}

function getRaw({ event }: PlacedEvent): string {
  return event.item.raw;
}

function getFreshLine(
  change: ItemChange,
  placed: ReadonlyMap<number, PlacedEvent>,
  old: ReadonlyMap<number, PlacedEvent>,
  getKey: (placed: PlacedEvent) => string,
): readonly number[] {
  if (change.kind === 'removed') return [];
  const line = change.after.item.place.startLine;
  if (change.kind !== 'changed') return [line];
  const after = placed.get(line);
  const before = old.get(change.before.item.place.startLine);
  const isSame = after !== undefined && before !== undefined && getKey(after) === getKey(before);
  return isSame ? [] : [line];
}

/** Two sections of one name, as a mistake has it, stay two. */
function groupBySection(placed: ReadonlyMap<number, PlacedEvent>): readonly Pick<EventList, 'section' | 'events'>[] {
  const sections = new Map([...placed.values()].map(({ neighbours, section }) => [neighbours, section]));
  return [...sections].map(([events, section]) => ({ section, events }));
}
