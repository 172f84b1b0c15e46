import type { UpdatesConfig } from '../../config/fill-schema.ts';
import type { Config } from '../../config/schema.ts';
import type { Outcome, RepositoryRef } from '../../ports.ts';
import type { PastIssue } from '../../ports/past-weeks.ts';
import { listSections } from '../../sections/index.ts';
import { getCountedDays } from '../../sections/updates/model.ts';
import { packWeek } from '../../sections/updates/pack-week.ts';
import { readListed } from '../../sections/updates/read-listed.ts';
import { recordWeek } from '../../sections/updates/record-week.ts';
import type { PastWeek } from '../../sections/updates/past-week.ts';
import { getDayBefore, getUsualCut, getWindow } from '../../sections/window.ts';
import { type Day, toDay } from '../../shared/brand.ts';
import type { PastTools } from './past-tools.ts';

/** What is learnt, and for whom. */
export interface Learning {
  readonly repository: RepositoryRef;
  readonly config: Config;
  readonly updates: UpdatesConfig;
}

/**
 * What was merged in the last hours before a cut is often listed by the next issue only, which is not out yet: for a past week it would
 * count as passed over. So a past week ends so many days sooner, and begins where the one before it ended.
 */
const SOONER = 1;

/**
 * Reads what an issue lists and what was merged in its week, and packs it; undefined where GitHub did not give all of it. An issue
 * that lists nothing teaches nothing, and GitHub is asked for no more of its week.
 */
export async function readPastWeek(
  past: PastTools,
  learning: Learning,
  { issue, path }: PastIssue,
): Promise<Outcome<string | undefined>> {
  const { repository, config } = learning;
  const text = await past.issues.readIssue(repository, path);
  if (!text.ok) return text;
  const listed = readListed(text.value, listSections(config.fill));
  if (listed.length === 0) return { ok: true, value: packWeek({ issue, merged: [], listed }) };
  const week = await readMerged(past, learning, { issue, listed });
  return week.ok ? { ok: true, value: week.value && packWeek(week.value) } : week;
}

async function readMerged(
  { reader }: PastTools,
  { repository, config, updates }: Learning,
  { issue, listed }: Pick<PastWeek, 'listed'> & { readonly issue: Day },
): Promise<Outcome<PastWeek | undefined>> {
  const toEnd = (weeks: number): string => getUsualCut(getDayBefore(issue, 7 * weeks + SOONER), config.fill.cut);
  const read = await reader.readFacts({
    ...{ repository, config, sectionIds: ['updates', 'perf-triage'] },
    // The fill of that week knew no log of the issue's own day.
    issue: toDay(getDayBefore(issue, 1)) ?? issue,
    window: getWindow(toEnd(1), toEnd(0)),
    counted: getCountedDays(issue, updates),
  });
  if (!read.ok) return read;
  const { updates: reading, perfTriage } = read.value.facts;
  if (reading === undefined || reading.gap !== undefined) return { ok: true, value: undefined };
  const sources = { merged: reading.items, logs: perfTriage?.items ?? [], issue };
  return { ok: true, value: recordWeek(sources, listed) };
}
