import type { RepositoryRef } from '../../../ports.ts';
import type { SectionFactsReader, SectionFactsRequest } from '../../../ports/section-facts.ts';
import type { SectionFacts } from '../../../sections/section-facts.ts';
import type { Window } from '../../../sections/window.ts';
import { toOutcome } from '../to-outcome.ts';
import type { Query } from './query.ts';
import { readEarlierIssues } from './read-earlier-issues.ts';
import { type LabelledReadings, readLabelled } from './read-labelled.ts';
import { readMerged } from './read-merged.ts';
import { type RfcReadings, readRfcs } from './read-rfcs.ts';
import { readSource, toEmptyReading } from './read-source.ts';
import { readTriage } from './read-triage.ts';

/** Texts of the issues before the one that is filled, newest first. */
export type ReadIssues = (query: Query, request: SectionFactsRequest) => Promise<readonly string[]>;

/**
 * Reads what happened in a week from GitHub, one request after the other, as its limits want it.
 * @param readIssues how earlier issues are read, if not from the newsletter's repository on GitHub
 */
export function createSectionFacts(
  queryOf: (repository: RepositoryRef) => Query,
  readIssues: ReadIssues = readEarlierIssues,
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
  return {
    finalCommentPeriod: periods,
    callsForTesting: testing,
    updates: updates && (await readUpdates(query, updates, { ...request, window: getWindow(request, 'updates') })),
    perfTriage:
      perfTriage &&
      (await readSource('the triage logs', toEmptyReading, () =>
        readTriage(query, perfTriage, { ...request, window: getWindow(request, 'perf-triage') }),
      )),
    ...(await readProposals(query, { approvedRfcs, newRfcs }, request)),
  };
}

function getWindow({ window, windows }: SectionFactsRequest, sectionId: string): Window {
  return windows?.get(sectionId) ?? window;
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
    (gap) => ({ ...toEmptyReading(gap), count: 0 }),
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
    periods: wishes.periods && toEmptyReading(gap),
    testing: wishes.testing && toEmptyReading(gap),
  });
  const windows = {
    periods: getWindow(request, 'final-comment-period'),
    testing: getWindow(request, 'calls-for-testing'),
  };
  return readSource('the labelled threads', leaveOut, () => readLabelled(query, wishes, windows));
}

async function readProposals(
  query: Query,
  { approvedRfcs, newRfcs }: Pick<Wanted, 'approvedRfcs' | 'newRfcs'>,
  request: SectionFactsRequest,
): Promise<RfcReadings> {
  if (approvedRfcs === undefined && newRfcs === undefined) return { approvedRfcs: undefined, newRfcs: undefined };
  const wishes = {
    approved: approvedRfcs && { config: approvedRfcs, window: getWindow(request, 'approved-rfcs') },
    opened: newRfcs && { config: newRfcs, window: getWindow(request, 'new-rfcs') },
  };
  return readRfcs(query, wishes);
}
