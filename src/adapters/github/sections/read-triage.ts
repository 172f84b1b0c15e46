import { z } from 'zod';
import type { TriageConfig } from '../../../config/fill-schema.ts';
import type { TriageLog } from '../../../sections/perf-triage/model.ts';
import type { SourceReading } from '../../../sections/source-reading.ts';
import type { Window } from '../../../sections/window.ts';
import type { Day } from '../../../shared/brand.ts';
import { ApiTrouble } from '../api-trouble.ts';
import { nodesOf } from '../pull-request-query.ts';
import {
  LIST_TRIAGE_LOGS,
  type ListTriageLogsQuery,
  type ListTriageLogsQueryVariables,
  READ_TRIAGE_LOG,
  type ReadTriageLogQuery,
  type ReadTriageLogQueryVariables,
} from './queries.generated.ts';
import { parseReply } from './parse-reply.ts';
import { type Query, toOwnerAndName } from './query.ts';

const folderSchema = z.object({ entries: z.array(z.object({ name: z.string() })).nullish() }).nullish();
const foldersSchema = z.object({ repository: z.object({ thisYear: folderSchema, lastYear: folderSchema }).nullable() });

const logSchema = z.object({
  repository: z
    .object({
      object: z.object({ text: z.string().nullish(), isTruncated: z.boolean().nullish() }).nullable(),
      defaultBranchRef: z
        .object({
          target: z
            .object({ history: z.object({ nodes: nodesOf(z.object({ oid: z.string() })) }).optional() })
            .nullable(),
        })
        .nullable(),
    })
    .nullable(),
});

/** Reads the newest log that is not dated after the issue, in two requests; no log is no gap, one that is cut off is. */
export async function readTriage(
  query: Query,
  config: TriageConfig,
  { issue, window }: { readonly issue: Day; readonly window: Window },
): Promise<SourceReading<TriageLog>> {
  const path = await findNewest(query, config, issue);
  const log = path === undefined ? undefined : await readLog(query, config, path);
  const items = log === undefined || log === 'cut-off' ? [] : [log];
  const gap = log === 'cut-off' ? 'GitHub gives only a part of the triage log: fill this section by hand.' : undefined;
  const url = `https://github.com/${config.repository}/tree/HEAD/${config.folder}`;
  return { items, queried: [{ what: 'triage log', which: '', url, count: items.length, ...window }], gap };
}

async function findNewest(query: Query, { repository, folder }: TriageConfig, issue: Day): Promise<string | undefined> {
  const year = Number(issue.slice(0, 4));
  const years = { thisYear: `${folder}/${year}`, lastYear: `${folder}/${year - 1}` };
  const variables: ListTriageLogsQueryVariables = {
    ...toOwnerAndName(repository),
    thisYear: `HEAD:${years.thisYear}`,
    lastYear: `HEAD:${years.lastYear}`,
  };
  const reply = parseReply<ListTriageLogsQuery, typeof foldersSchema>(
    foldersSchema,
    await query(LIST_TRIAGE_LOGS, variables),
  ).repository;
  if (!reply) throw new ApiTrouble({ kind: 'absent', reason: `no ${repository}` });
  const paths = (['thisYear', 'lastYear'] as const).flatMap((key) =>
    (reply[key]?.entries ?? []).map(({ name }) => `${years[key]}/${name}`),
  );
  return paths
    .filter((path) => (/\d{4}-\d{2}-\d{2}(?=\.md$)/.exec(path)?.[0] ?? '9') <= issue)
    .toSorted()
    .at(-1);
}

async function readLog(
  query: Query,
  { repository }: TriageConfig,
  path: string,
): Promise<TriageLog | 'cut-off' | undefined> {
  const variables: ReadTriageLogQueryVariables = { ...toOwnerAndName(repository), path, expression: `HEAD:${path}` };
  const reply = parseReply<ReadTriageLogQuery, typeof logSchema>(
    logSchema,
    await query(READ_TRIAGE_LOG, variables),
  ).repository;
  const commit = reply?.defaultBranchRef?.target?.history?.nodes[0]?.oid;
  const { text, isTruncated } = reply?.object ?? {};
  if (isTruncated === true) return 'cut-off';
  return typeof text === 'string' && commit !== undefined ? { path, commit, text } : undefined;
}
