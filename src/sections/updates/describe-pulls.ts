import type { Day } from '../../shared/brand.ts';
import type { TriageLog } from '../perf-triage/model.ts';
import { toKey } from '../week.ts';
import { getDayBefore } from '../window.ts';
import type { MergedPull } from './merged-pull.ts';
import type { PullFacts } from './pull-facts.ts';

/** What is known of a week beside each of its pull requests. */
export interface WeekSources {
  readonly merged: readonly MergedPull[];
  /** Triage logs, of which those of the week are looked at. */
  readonly logs: readonly TriageLog[];
  /** The date of the issue. */
  readonly issue: Day;
}

/** A log is of the week if it is not older than this, in days before the issue. */
const LOG_AGE = 9;

/** What a model may know of the pull requests of a week, in their order. */
export function describePulls({ merged, logs, issue }: WeekSources): readonly PullFacts[] {
  const rolledUp = findRolledUp(merged);
  const first = getDayBefore(issue, LOG_AGE);
  const triaged = findTriaged(logs.filter(({ path }) => (/\d{4}-\d{2}-\d{2}(?=\.md$)/.exec(path)?.[0] ?? '') >= first));
  return merged.map((pull) => ({
    repository: pull.repository,
    title: pull.title,
    branch: pull.branch,
    paths: pull.paths,
    changedFiles: pull.changedFiles,
    bodyLength: pull.body.length,
    isUntold: /^[ \t]*changelog: *\[?none\b/im.test(pull.body),
    isInRollup: rolledUp.has(toKey(pull)),
    isInTriage: triaged.has(toKey(pull)),
  }));
}

/** Merge queues join pull requests in one whose title says `Rollup`, and whose description names them, one a line. */
function findRolledUp(merged: readonly MergedPull[]): ReadonlySet<string> {
  const rollups = merged.filter(({ title }) => /^rollup\b/i.test(title));
  return new Set(
    rollups.flatMap(({ repository, body }) =>
      [...body.matchAll(/^ *[-*] (?:[\w.-]+\/[\w.-]+)?#(\d{1,9})\b/gm)].map(([, number]) =>
        toKey({ repository, number: Number(number) }),
      ),
    ),
  );
}

/** A log speaks of pull requests by their addresses. */
function findTriaged(logs: readonly TriageLog[]): ReadonlySet<string> {
  const links = logs.flatMap(({ text }) => [...text.matchAll(/\/([\w.-]+\/[\w.-]+)\/pull\/(\d{1,9})\b/g)]);
  return new Set(links.map(([, repository = '', number]) => toKey({ repository, number: Number(number) })));
}
