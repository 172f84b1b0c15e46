import { z } from 'zod';
import type { UpdatesConfig } from '../../../config/fill-schema.ts';
import type { MergedReading } from '../../../sections/section-facts.ts';
import type { MergedPull } from '../../../sections/updates/merged-pull.ts';
import type { Window } from '../../../sections/window.ts';
import { createPageTrail } from '../page-trail.ts';
import { nodesOf, pageInfoSchema } from '../pull-request-query.ts';
import { parseReply } from './parse-reply.ts';
import {
  READ_MERGED_PULLS,
  type ReadMergedPullsQuery,
  type ReadMergedPullsQueryVariables,
} from './queries.generated.ts';
import type { Query } from './query.ts';

/** A search gives no more results, whatever it has found. */
const MAX_RESULTS = 1000;

/** A span shorter than this is not split again. */
const SHORTEST = 60_000;

const SECOND = 1000;

const names = z.object({ nodes: nodesOf(z.object({ name: z.string() })) }).nullish();

const pullSchema = z.object({
  number: z.number(),
  title: z.string(),
  url: z.string(),
  /** Of a merged one never null. */
  mergedAt: z.string().nullable(),
  body: z.string(),
  changedFiles: z.number(),
  headRefName: z.string(),
  repository: z.object({ nameWithOwner: z.string() }),
  labels: names,
  files: z.object({ nodes: nodesOf(z.object({ path: z.string() })) }).nullish(),
});

const pageSchema = z.object({
  counted: z.object({ issueCount: z.number() }).optional(),
  search: z.object({
    issueCount: z.number(),
    pageInfo: pageInfoSchema,
    nodes: nodesOf(pullSchema),
  }),
});

/** What is searched for, and between which instants. */
interface Span {
  readonly from: number;
  readonly until: number;
  readonly terms: string;
}

interface Found {
  /** undefined where the page was asked for without it. */
  readonly count: number | undefined;
  /** How many there are by what GitHub says. */
  readonly total: number;
  readonly pulls: readonly MergedPull[];
}

/**
 * Reads what was merged in a window, a request for each 100; where there is more than a search gives, the window is read in halves.
 * @param counted the calendar days in which the organisation's merged pull requests are counted
 */
export async function readMerged(
  query: Query,
  config: UpdatesConfig,
  { window, counted }: { readonly window: Window; readonly counted: { readonly from: string; readonly until: string } },
): Promise<MergedReading> {
  const terms = ['is:pr is:merged', ...config.repositories.map(({ repository }) => `repo:${repository}`)].join(' ');
  const ofAll = `org:${config.organisation} is:pr is:merged merged:${counted.from}..${counted.until}`;
  const span = { from: Date.parse(window.from), until: Date.parse(window.until), terms };
  const { count = 0, total, pulls } = await readSpan(query, span, ofAll);
  const items = [...new Map(pulls.map((pull) => [`${pull.repository}#${pull.number}`, pull])).values()];
  const url = (search: string): string => `https://github.com/search?q=${encodeURIComponent(search)}&type=pullrequests`;
  return {
    count,
    items,
    queried: [
      {
        what: 'merged pull request',
        which: 'of all repositories',
        url: url(ofAll),
        count,
        from: counted.from,
        until: counted.until,
      },
      { what: 'merged pull request', which: 'to list', url: url(toSearch(span)), count: items.length, ...window },
    ],
    gap:
      items.length < total
        ? `GitHub gave ${items.length} of ${total} merged pull requests: run the fill again.`
        : undefined,
  };
}

/** GitHub's ranges include both their ends. */
function toSearch({ from, until, terms }: Span): string {
  return `${terms} merged:${toText(from)}..${toText(until - SECOND)} sort:created-asc`;
}

function toText(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

async function readSpan(query: Query, span: Span, counted: string | undefined): Promise<Found> {
  const first = await readPage(query, span, { counted });
  if (first.search.issueCount > MAX_RESULTS && span.until - span.from > SHORTEST) {
    return readHalves(query, span, first.counted?.issueCount);
  }
  const pulls = first.search.nodes.map(toMergedPull);
  let { pageInfo } = first.search;
  const goOn = createPageTrail<string>();
  while (pageInfo.hasNextPage) {
    const { search } = await readPage(query, span, { after: goOn(pageInfo.endCursor) });
    pulls.push(...search.nodes.map(toMergedPull));
    pageInfo = search.pageInfo;
  }
  return { count: first.counted?.issueCount, total: first.search.issueCount, pulls };
}

/** Each half again in halves where it has to be. */
async function readHalves(query: Query, span: Span, count: number | undefined): Promise<Found> {
  const middle = Math.round((span.from + span.until) / 2 / SECOND) * SECOND;
  const earlier = await readSpan(query, { ...span, until: middle }, undefined);
  const later = await readSpan(query, { ...span, from: middle }, undefined);
  return { count, total: earlier.total + later.total, pulls: [...earlier.pulls, ...later.pulls] };
}

async function readPage(
  query: Query,
  span: Span,
  { counted, after }: { readonly counted?: string | undefined; readonly after?: string },
): Promise<z.infer<typeof pageSchema>> {
  const variables: ReadMergedPullsQueryVariables = {
    search: toSearch(span),
    counted: counted ?? 'is:pr',
    isCounting: counted !== undefined,
    after: after ?? null,
  };
  const reply = await query(READ_MERGED_PULLS, variables);
  return parseReply<ReadMergedPullsQuery, typeof pageSchema>(pageSchema, reply);
}

function toMergedPull({
  repository,
  labels,
  files,
  headRefName,
  mergedAt,
  ...pull
}: z.infer<typeof pullSchema>): MergedPull {
  return {
    ...pull,
    mergedAt: mergedAt ?? '',
    repository: repository.nameWithOwner,
    branch: headRefName,
    labels: labels?.nodes.map(({ name }) => name) ?? [],
    paths: files?.nodes.map(({ path }) => path) ?? [],
  };
}
