import type { RepositoryRef } from '../../../ports.ts';
import type { SectionFactsReader, SectionFactsRequest } from '../../../ports/section-facts.ts';
import type { SectionFacts } from '../../../sections/section-facts.ts';
import type { Window } from '../../../sections/window.ts';
import { toOutcome } from '../to-outcome.ts';
import type { Query } from './query.ts';
import { readEarlierIssues } from './read-earlier-issues.ts';
import { type LabelledReadings, readLabelled } from './read-labelled.ts';
import { readMerged } from './read-merged.ts';
import { readApprovedRfcs, readNewRfcs } from './read-rfcs.ts';
import { readSource } from './read-source.ts';
import { readTriage } from './read-triage.ts';

/** Texts of the issues before the one that is filled, newest first. */
export type ReadIssues = (query: Query, request: SectionFactsRequest) => Promise<readonly string[]>;

/**
 * Reads what happened in a week from GitHub, one request after the other, as its limits want it.
 * @param readIssues where earlier issues are found, if not in the newsletter's repository on GitHub
 */
export function createSectionFacts(
  queryOf: (repository: RepositoryRef) => Query,
  readIssues: ReadIssues = (query, request) => readEarlierIssues(query, request.repository, request),
): SectionFactsReader {
  return {
    readFacts: (request) =>
      toOutcome(async () => {
        const query = queryOf(request.repository);
        const issues = await readIssues(query, request);
        return { issues, facts: await readAll(query, request) };
      }),
  };
}

async function readAll(query: Query, request: SectionFactsRequest): Promise<SectionFacts> {
  const { updates, perfTriage, approvedRfcs, newRfcs, ...labelled } = listWanted(request);
  const { periods, testing } = await readLabels(query, labelled, request);
  const windowOf = (id: string): Window => getWindow(request, id);
  return {
    finalCommentPeriod: periods,
    callsForTesting: testing,
    updates: updates && (await readUpdates(query, updates, { ...request, window: windowOf('updates') })),
    perfTriage:
      perfTriage &&
      (await readSource('the triage logs', toEmpty, () =>
        readTriage(query, perfTriage, { ...request, window: windowOf('perf-triage') }),
      )),
    approvedRfcs:
      approvedRfcs &&
      (await readSource('the approved proposals', toEmpty, () =>
        readApprovedRfcs(query, approvedRfcs, windowOf('approved-rfcs')),
      )),
    newRfcs:
      newRfcs &&
      (await readSource('the new proposals', toEmpty, () => readNewRfcs(query, newRfcs, windowOf('new-rfcs')))),
  };
}

function getWindow({ window, windows }: SectionFactsRequest, sectionId: string): Window {
  return windows?.get(sectionId) ?? window;
}

function toEmpty(gap: string) {
  return { items: [], queried: [], gap };
}

type Wanted = ReturnType<typeof listWanted>;

/** The settings of the sections that are on and asked for. */
function listWanted({ config: { fill }, sectionIds }: SectionFactsRequest) {
  const pick = <Settings>(id: string, settings: Settings | false): Settings | undefined =>
    settings !== false && sectionIds?.includes(id) !== false ? settings : undefined;
  return {
    updates: pick('updates', fill.updates),
    perfTriage: pick('perf-triage', fill.perfTriage),
    approvedRfcs: pick('approved-rfcs', fill.approvedRfcs),
    newRfcs: pick('new-rfcs', fill.newRfcs),
    periods: pick('final-comment-period', fill.finalCommentPeriod),
    testing: pick('calls-for-testing', fill.callsForTesting),
  };
}

function readUpdates(query: Query, updates: NonNullable<Wanted['updates']>, request: SectionFactsRequest) {
  return readSource(
    'the merged pull requests',
    (gap) => ({ ...toEmpty(gap), count: 0 }),
    () => readMerged(query, updates, request),
  );
}

async function readLabels(
  query: Query,
  wishes: Pick<Wanted, 'periods' | 'testing'>,
  request: SectionFactsRequest,
): Promise<LabelledReadings> {
  if (wishes.periods === undefined && wishes.testing === undefined) return { periods: undefined, testing: undefined };
  const leaveOut = (gap: string): LabelledReadings => ({
    periods: wishes.periods && toEmpty(gap),
    testing: wishes.testing && toEmpty(gap),
  });
  const windows = {
    periods: getWindow(request, 'final-comment-period'),
    testing: getWindow(request, 'calls-for-testing'),
  };
  return readSource('the labelled threads', leaveOut, () => readLabelled(query, wishes, windows));
}
