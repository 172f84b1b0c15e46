import type { CommitSha } from '../shared/brand.ts';

/** The effects of one review as data: `plan-review` makes it, `adapters/github/publish-review` executes it. */
export interface ReviewPlan {
  /** undefined where the check run on GitHub already says this. */
  readonly check: CheckPlan | undefined;
  /** New inline comments; undefined where there are none. */
  readonly review: InlineReview | undefined;
  /** undefined where the summary stays as it is, or there is nothing to say. */
  readonly summary: SummaryPlan | undefined;
  /** Own comments whose finding is gone and that nobody replied to; doubled ones too. */
  readonly retire: readonly RetiredComment[];
}

/** Always a new check run: an update could only add to the annotations of an old one, and GitHub shows the newest. */
export interface CheckPlan {
  readonly conclusion: 'success' | 'neutral' | 'failure';
  /** Carries the pull request's number and a digest of the content, so that a repeat finds it. */
  readonly externalId: string;
  readonly title: string;
  readonly summary: string;
  /** Any number; the adapter sends them in requests of 50. */
  readonly annotations: readonly Annotation[];
}

export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

export interface InlineReview {
  readonly body: string;
  readonly comments: readonly InlineComment[];
}

/** On lines of the new side, all within one hunk of the diff. */
export interface InlineComment {
  readonly path: string;
  /** undefined for a comment on one line. */
  readonly startLine: number | undefined;
  readonly line: number;
  readonly body: string;
}

export interface SummaryPlan {
  /** The comment to edit; undefined creates one. */
  readonly commentId: string | undefined;
  readonly body: string;
}

export interface RetiredComment {
  readonly commentId: string;
  readonly threadId: string | undefined;
}

/** What the bot itself said on this pull request so far; read from GitHub, markers verified. */
export interface EarlierWords {
  readonly check: EarlierCheck | undefined;
  readonly comments: readonly EarlierComment[];
  /** Own summary comments, oldest first; more than one means a doubled delivery once slipped through. */
  readonly summaries: readonly EarlierSummary[];
}

export interface EarlierSummary {
  /** GraphQL node id. */
  readonly commentId: string;
  readonly body: string;
  /** Minimised already. */
  readonly isRetired: boolean;
}

/** The newest check run of the app on the current head. */
export interface EarlierCheck {
  readonly externalId: string;
  readonly isCompleted: boolean;
}

export interface EarlierComment {
  /** GraphQL node id. */
  readonly commentId: string;
  readonly threadId: string | undefined;
  /** The findings it speaks of, from the signed marker (`recogniseWords`). */
  readonly fingerprints: readonly string[];
  /** The head commit it was said about, from the signed marker. */
  readonly head: CommitSha;
  /** GitHub shows it on a line of the present diff; false when the line has changed since (outdated). */
  readonly isCurrent: boolean;
  readonly hasReplies: boolean;
  /** Resolved or minimised already. */
  readonly isRetired: boolean;
}
