import { type Archive, indexIssues } from '../../src/archive/index-issues.ts';
import { readPublishedIssue } from '../../src/archive/read-published-issue.ts';
import { judge } from '../../src/cli/check/judge.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import type { Finding, Severity } from '../../src/findings/finding.ts';
import { getFingerprints } from '../../src/findings/fingerprint.ts';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import { allRules } from '../../src/rules/index.generated.ts';
import type { Day } from '../../src/shared/brand.ts';
import { type Edition, findSnapshot, readArchive } from './read-archive.ts';
import { withHistory } from './with-history.ts';

/** Which issues to look at, and in which state of the newsletter. */
export interface ArchiveSelection {
  /** The latest so many. */
  readonly issues: number;
  /** A revision, or the last commit of a day; main as it is where both are missing. */
  readonly commit?: string | undefined;
  readonly snapshot?: Day | undefined;
}

/** What was found in a published issue. */
export interface ArchiveFinding {
  /** `<issue date>:<fingerprint>`, which judgements are filed under. */
  readonly key: string;
  readonly day: Day;
  readonly finding: Finding;
  /** The first line of the place, as published. */
  readonly line: string;
}

/** How many findings a rule has, by severity. */
export type RuleCounts = Readonly<Record<string, Readonly<Record<Severity, number>>>>;

export interface ArchiveEvaluation {
  readonly issues: number;
  /** The day of the oldest of them; empty where there is none. */
  readonly since: string;
  readonly findings: readonly ArchiveFinding[];
}

/** Runs all rules over published issues of a data folder as if everything in them were new. */
export async function evaluateArchive(data: string, selection: ArchiveSelection): Promise<ArchiveEvaluation> {
  return withHistory(
    data,
    async (repository) => {
      const { commit = 'main', snapshot, issues } = selection;
      const revision = snapshot === undefined ? commit : await findSnapshot(repository, snapshot);
      const all = await readArchive(repository, defaultConfig, revision, Infinity);
      const archive = indexIssues(all.map((edition) => readPublishedIssue(edition, defaultConfig)));
      const editions = all.slice(-issues);
      const findings = editions.flatMap((edition) => judgeEdition(edition, archive));
      return { issues: editions.length, since: editions[0]?.day ?? '', findings };
    },
    // Without the pull requests, most of the bundle can be left where it is.
    selection.commit === undefined ? ['refs/heads/main'] : undefined,
  );
}

/** An editor may put items wherever they belong, so the author is taken for one. */
function judgeEdition({ path, day, text }: Edition, archive: Archive): readonly ArchiveFinding[] {
  const stayed = { previousPath: undefined, previousRole: undefined, base: undefined, patch: undefined };
  const read = readSubmission([{ path, role: 'archive', head: text, ...stayed }], defaultConfig);
  const circumstances = { author: '', permission: 'write', date: day } as const;
  const { findings } = judge({ ...read, openDrafts: undefined, archive }, defaultConfig, circumstances);
  const fingerprints = getFingerprints(findings);
  const lines = text.split('\n');
  return findings.map((finding, index) => ({
    key: `${day}:${fingerprints[index] ?? ''}`,
    day,
    finding,
    line: (lines[finding.place.startLine - 1] ?? '').trimEnd(),
  }));
}

/** Counts findings rule by rule; every rule has its row. */
export function countByRule(findings: readonly ArchiveFinding[]): RuleCounts {
  const counts: Record<string, Record<Severity, number>> = {};
  for (const { id } of allRules) counts[id] = { error: 0, warning: 0, hint: 0 };
  for (const { finding } of findings) {
    const row = counts[finding.rule];
    if (row !== undefined) row[finding.severity] += 1;
  }
  return counts;
}
