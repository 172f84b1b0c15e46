import type { Finding } from '../../findings/finding.ts';
import type { Submission } from '../../newsletter/submission.ts';
import type { Unreadable } from '../../newsletter/unreadable.ts';
import type { Need } from '../../rules/define-rule.ts';
import type { Day } from '../../shared/brand.ts';

/** What one review found out, before it is put into a format. */
export interface CheckReport {
  readonly submission: Submission;
  readonly unreadable: readonly Unreadable[];
  /** The newsletter's configuration file was checked as well. */
  readonly hasConfiguration?: boolean;
  /** Where drafts were looked for, if the base has nothing there. */
  readonly missingDrafts?: readonly string[];
  readonly findings: readonly Finding[];
  /** Rules that stayed silent because what they need was not known. */
  readonly notChecked: readonly { readonly rule: string; readonly need: Need }[];
}

/** Whose pull request it is and when it was opened: what decides which policy applies. */
export interface Circumstances {
  readonly author: string;
  readonly permission: 'read' | 'write' | 'unknown';
  readonly date: Day;
  /** Drafts are judged as if they were about to be published. */
  readonly isPublishing?: boolean;
}

/** 1 if there is an error, which makes a check fail; 0 if there are none, whatever else was found. */
export function getExitCode({ findings }: CheckReport): 0 | 1 {
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
