import type { PageStore } from '../../ports/pages.ts';
import type { PastWeekStore } from '../../ports/past-weeks.ts';
import type { WordStore } from '../../ports/word-store.ts';
import { createMemoryWeeks } from '../past/memory-weeks.ts';
import { MemoryLanes } from './lanes.ts';
import type { LaneOptions, ServerLanes } from './server-lanes.ts';

export interface StateOptions extends LaneOptions {
  /** undefined: in memory. */
  readonly databaseUrl: string | undefined;
}

/** What a server keeps, where it is configured to. */
export interface ServerState {
  readonly lanes: ServerLanes;
  /** undefined: nowhere but in memory. */
  readonly pageStore: PageStore | undefined;
  readonly pastWeeks: PastWeekStore;
  /** undefined: each process knows what it said itself. */
  readonly wordStore: WordStore | undefined;
}

/** Some three megabytes each. */
const NEWSLETTERS_IN_MEMORY = 4;

/** How long a server that starts waits for its database. */
const PATIENCE_MILLISECONDS = 60_000;

/** Lanes and stores of this server. Rejects with a `StoreProblem` where its database cannot be used. */
export async function openState({ databaseUrl, ...options }: StateOptions): Promise<ServerState> {
  if (databaseUrl === undefined) {
    const pastWeeks = createMemoryWeeks(NEWSLETTERS_IN_MEMORY);
    return { lanes: new MemoryLanes(options), pageStore: undefined, pastWeeks, wordStore: undefined };
  }
  // Without a database none of its code is loaded: the default server stays small.
  const { DurableLanes } = await import('./durable-lanes.ts');
  const { openDatabase } = await import('../store/open-database.ts');
  const { createPageStore } = await import('../store/page-store.ts');
  const { createPastWeekStore } = await import('../store/past-week-store.ts');
  const { createWordStore } = await import('../store/word-store.ts');
  const { log } = options;
  const database = await openDatabase({ url: databaseUrl, log, patienceMilliseconds: PATIENCE_MILLISECONDS });
  return {
    lanes: new DurableLanes({ database, ...options }),
    pageStore: createPageStore(database, log),
    pastWeeks: createPastWeekStore(database, log),
    wordStore: createWordStore(database, log),
  };
}
