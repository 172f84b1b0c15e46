import { toKey } from '../week.ts';
import type { MergedPull } from './merged-pull.ts';

/** What a model may know of a merged pull request. */
export interface PullFacts {
  readonly repository: string;
  readonly title: string;
  readonly branch: string;
  readonly paths: readonly string[];
  readonly changedFiles: number;
  /** undefined where the description is not known. */
  readonly bodyLength: number | undefined;
  /** The description says that no changelog need tell of it. */
  readonly isUntold: boolean;
  /** Merged together with others: nothing to measure on its own. */
  readonly isInRollup: boolean;
  /** The performance triage of the week speaks of it. */
  readonly isInTriage: boolean;
}

/** What surrounds a week's merged pull requests. */
export interface PullContext {
  /** Keys of those that a rollup merged. */
  readonly rolledUp: ReadonlySet<string>;
  /** The week's triage log; '' without one. */
  readonly triage: string;
  /** Whose numbers the triage log means. */
  readonly triaged: string;
}

/** The facts of one pull request. */
export function toPullFacts(pull: MergedPull, { rolledUp, triage, triaged }: PullContext): PullFacts {
  const { repository, title, branch, paths, changedFiles, body, number } = pull;
  return {
    repository,
    title,
    branch,
    paths,
    changedFiles,
    bodyLength: body === '' ? undefined : body.length,
    isUntold: /^changelog: ?none/im.test(body),
    isInRollup: rolledUp.has(toKey(pull)),
    isInTriage: repository === triaged && new RegExp(String.raw`(?:#|/pull/)${number}\b`).test(triage),
  };
}

/** Keys of the pull requests that the rollups among these merged, by their descriptions. */
export function listRolledUp(pulls: readonly MergedPull[]): ReadonlySet<string> {
  const rollups = pulls.filter(({ title }) => /^rollup of \d+/i.test(title));
  return new Set(
    rollups.flatMap(({ repository, body }) =>
      [...body.matchAll(/(?:^|\s)#(\d{1,9})\b/g)].map(([, number]) => toKey({ repository, number: Number(number) })),
    ),
  );
}
