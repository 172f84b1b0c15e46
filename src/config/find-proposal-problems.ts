import { Cron } from 'croner';
import type { DataProblem } from './describe-issue.ts';
import type { WrittenConfig } from './written-schema.ts';

type Written = NonNullable<WrittenConfig['proposal']>;

/** What would keep the proposal from ever being opened: a branch that none can be called, a zone or a time that there is not. */
export function findProposalProblems({ proposal }: WrittenConfig): readonly DataProblem[] {
  if (proposal === undefined) return [];
  return [...findBadBranch(proposal), ...findBadZone(proposal), ...findBadPatterns(proposal)];
}

/** What git refuses in the name of a branch: git-check-ref-format. */
const NO_REF = /[\s~^:?*[\\\p{Cc}]|\.\.|@\{|\/[./]|\.lock(?:\/|$)|^[-./]|[./]$/u;

function findBadBranch({ branch }: Written): readonly DataProblem[] {
  if (branch === undefined) return [];
  // Without the date one branch would serve every issue, and last week's merged proposal this week's.
  const isFixed = !branch.includes('{date}');
  if (!isFixed && !NO_REF.test(branch.replaceAll('{date}', '2026-01-07'))) return [];
  const message = isFixed
    ? 'The branch {0} would be the same for every issue: write {1} into it.'
    : 'Git knows no branch of the name {0}: write letters, numbers, - and / only, as in {1}.';
  const example = isFixed ? '{date}' : 'copydesk/{date}';
  return [{ path: ['proposal', 'branch'], part: 'value', message, quotes: [branch, example] }];
}

function findBadZone({ timeZone }: Written): readonly DataProblem[] {
  if (timeZone === undefined || isZone(timeZone)) return [];
  const message = 'There is no time zone {0}: write one of the IANA’s, such as {1}.';
  return [{ path: ['proposal', 'timeZone'], part: 'value', message, quotes: [timeZone, 'Europe/Berlin'] }];
}

function findBadPatterns({ fill, freeze, refresh = [] }: Written): readonly DataProblem[] {
  const patterns = [
    { path: ['fill'], pattern: fill },
    { path: ['freeze'], pattern: freeze },
    ...refresh.map((pattern, index) => ({ path: ['refresh', index], pattern })),
  ];
  return patterns.flatMap(({ path, pattern }) => {
    if (pattern === undefined || comesEver(pattern)) return [];
    const message = 'The time {0} never comes: write a cron pattern, such as {1} for Tuesdays at 18:00.';
    return [{ path: ['proposal', ...path], part: 'value' as const, message, quotes: [pattern, '0 18 * * 2'] }];
  });
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

function comesEver(pattern: string): boolean {
  try {
    return new Cron(pattern, { paused: true, timezone: 'UTC' }).nextRun() !== null;
  } catch {
    return false;
  }
}
