import type { ConfigProblem } from '../config/config-problem.ts';
import type { Finding } from '../findings/finding.ts';
import type { ChangedFile } from '../newsletter/changed-file.ts';
import type { OpenDraft } from '../newsletter/open-draft.ts';
import type { Submission } from '../newsletter/submission.ts';
import type { CommitSha, RepositoryPath } from '../shared/brand.ts';
import type { IgnoredFinding } from './apply-ignores.ts';
import type { EarlierWords } from './review-plan.ts';

/** Everything `planReview` looks at. */
export interface ReviewInput {
  /** As a marker's scope has it. */
  readonly repositoryId: string;
  readonly number: number;
  readonly head: CommitSha;
  readonly isFirstContribution: boolean;
  /** The newsletter files of the pull request, with GitHub's patches. */
  readonly files: readonly ChangedFile[];
  readonly configuration: ReviewedConfiguration;
  readonly submission: Submission;
  /** What is left of the findings once those that people ignore are out. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  readonly notChecked: readonly UncheckedRule[];
  /** How far the pages behind links were read; undefined where none is. */
  readonly pages?: PageProgress | undefined;
  /** undefined where nobody could tell. */
  readonly openDrafts: readonly OpenDraft[] | undefined;
  /** Where the archive would put the items that come or move; an item of which it is not sure is missing. */
  readonly places: readonly SuggestedPlace[];
  /** What the app said here before, recognised by `recogniseWords`. */
  readonly earlier: EarlierWords;
  /** Somebody asked for the check: it is written again even where it says the same. */
  readonly isAskedFor: boolean;
  readonly settings: ReviewSettings;
}

/** Where an item most likely belongs. */
export interface SuggestedPlace {
  readonly path: RepositoryPath;
  /** The item's first line in the head. */
  readonly line: number;
  readonly section: string;
  /** Of items about which the archive was as sure, so many of 1 ran there. */
  readonly confidence: number;
  /** The reason, a clause without a full stop; text that others wrote stands in the gaps. */
  readonly reason: Pick<Finding, 'message' | 'quotes'>;
}

/** A file as GitHub compares it: its head's text, and the patch that leads there. */
export type DiffedFile = Pick<ChangedFile, 'path' | 'head' | 'patch'>;

/** What a review says about the newsletter's configuration. */
export interface ReviewedConfiguration {
  /** Of the file on the default branch, which is not followed for it. */
  readonly mistake: ConfigProblem | undefined;
  /** Where it says that drafts are, if there is nothing at all. */
  readonly lost: readonly string[];
  /** What the pull request makes of the file; undefined where it leaves it alone. */
  readonly proposed:
    { readonly file: DiffedFile; readonly isValid: boolean; readonly changes: readonly string[] } | undefined;
}

interface ReviewSettings {
  /** Signs the markers; secret. */
  readonly markerKey: string;
  /** The folder of the rules' pages. */
  readonly rulePages: string;
  /** Markdown for the first line to someone's first contribution; the operator's own words. */
  readonly welcome: string | undefined;
  /** False after GitHub refused comments on lines of this head: everything then stands in summary and check. */
  readonly mayCommentInline: boolean;
}

/** Links whose pages nobody could tell about, and those that are still being read. */
export interface PageProgress {
  readonly unverified: number;
  readonly pending: number;
}

/** A rule that said nothing for want of what only GitHub knows. */
export interface UncheckedRule {
  readonly rule: string;
  readonly need: 'permission' | 'drafts' | 'other-pulls' | 'archive' | 'pages';
}
