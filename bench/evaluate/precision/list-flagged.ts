import type { CheckReport } from '../../../src/cli/check/check-report.ts';
import { toPlainMessage } from '../../../src/cli/check/plain-message.ts';
import type { Config } from '../../../src/config/schema.ts';
import { getFingerprints } from '../../../src/findings/fingerprint.ts';
import type { Severity } from '../../../src/findings/finding.ts';
import type { Pull } from '../read-pulls.ts';
import { isUnchanged } from './is-unchanged.ts';
import { type Flagged, locateFinding } from './locate-finding.ts';
import type { Published } from './read-published.ts';

/**
 * refused: the pull request was not merged · changed: it was, but what the rule found fault with is not in the issue
 * any more · published: it is, byte for byte.
 */
export type Outcome = 'refused' | 'changed' | 'published';

/** A finding on a first push, and what became of what it speaks of. */
export interface FlaggedItem {
  readonly rule: string;
  readonly severity: Severity;
  /** `<pull request>:<fingerprint>`, what judgements are filed under. */
  readonly key: string;
  readonly openedAt: string;
  readonly isEditors: boolean;
  /** The same for all findings of a rule about one item of one issue, whoever pushes it. */
  readonly identity: string;
  readonly path: string;
  readonly text: string;
  readonly message: string;
  readonly outcome: Outcome;
}

/** Lists what a review found, with what became of it. */
export function listFlagged(
  pull: Pull,
  report: CheckReport,
  published: Published,
  config: Config,
): readonly FlaggedItem[] {
  const fingerprints = getFingerprints(report.findings);
  return report.findings.map((finding, index) => {
    const { rule, severity, path } = finding;
    const flagged = locateFinding(finding, report);
    return {
      rule,
      severity,
      key: `${pull.pr}:${fingerprints[index] ?? ''}`,
      openedAt: pull.opened_at,
      isEditors: pull.editor,
      identity: JSON.stringify([path.split('/').at(-1), flagged.text]),
      path,
      text: flagged.text,
      message: toPlainMessage(finding),
      outcome: findOutcome(pull, rule, path, flagged, published, config),
    };
  });
}

function findOutcome(
  pull: Pull,
  rule: string,
  path: string,
  flagged: Flagged,
  published: Published,
  config: Config,
): Outcome {
  if (!pull.merged) return 'refused';
  // What is in the wrong file is mended by moving it; anything else may have moved on with its pull request.
  const issues = published.find(rule === 'right-file' ? [path] : [path, ...pull.files]);
  return issues.some((issue) => isUnchanged(rule, flagged, issue, config)) ? 'published' : 'changed';
}
