import type { Archive } from '../../archive/index-issues.ts';
import type { SectionModel } from '../../classifier/section-model.ts';
import type { ProposedConfig } from '../../config/propose-config.ts';
import type { Config } from '../../config/schema.ts';
import type { OpenDraft } from '../../newsletter/open-draft.ts';
import type { Submission } from '../../newsletter/submission.ts';
import type { Unreadable } from '../../newsletter/unreadable.ts';
import { dropVainEdits } from '../../rules/drop-vain-edits.ts';
import { leaveSettled } from '../../rules/leave-settled.ts';
import { runRules } from '../../rules/run-rules.ts';
import type { CheckReport, Circumstances } from './check-report.ts';

/** What was read and is to be judged. */
export interface CheckFacts {
  readonly submission: Submission;
  readonly unreadable: readonly Unreadable[];
  /** What is made of the configuration file; undefined where it is left alone. */
  readonly proposedConfig?: ProposedConfig | undefined;
  /** undefined where nobody can tell which drafts are open. */
  readonly openDrafts: readonly OpenDraft[] | undefined;
  /** undefined where nobody can tell what was published. */
  readonly archive: Archive | undefined;
  readonly sectionModel?: SectionModel | undefined;
}

/** Runs the rules over a submission. */
export function judge(facts: CheckFacts, config: Config, circumstances: Circumstances): CheckReport {
  const { author, permission, date, isPublishing = false } = circumstances;
  const { findings, notChecked } = runRules({
    ...facts,
    config,
    proposedConfig: facts.proposedConfig,
    author: { login: author, permission },
    openedOn: date,
    // They are known on GitHub only; docs/cli.md says so once, instead of every check.
    otherPulls: [],
    sectionModel: facts.sectionModel,
    isPublishing,
  });
  const { submission, unreadable, proposedConfig } = facts;
  const hasConfiguration = proposedConfig !== undefined;
  // The configuration alone needs nothing of what only GitHub knows.
  const isAlone = hasConfiguration && submission.files.length === 0;
  return {
    submission,
    unreadable,
    hasConfiguration,
    findings: dropVainEdits(leaveSettled(findings)),
    notChecked: isAlone ? [] : notChecked,
  };
}
