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

/** What a check run says. */
export interface CheckContent {
  readonly conclusion: 'success' | 'neutral' | 'failure';
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

/** Requests to send one after the other; before the last one the check run's id says that more is to come. */
export interface CheckPlan extends CheckContent {
  /** What the check run has in the end, so that a repeat finds it. */
  readonly externalId: string;
  /** The check run to update; undefined creates one. GitHub shows the newest. */
  readonly checkRunId: number | undefined;
  /** One at least. */
  readonly requests: readonly CheckRequest[];
}

export interface CheckRequest {
  /** Says which annotations the check run has when this request is carried out. */
  readonly externalId: string;
  /** What it adds: as many as GitHub takes at once. */
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
  /** The newest one of this pull request on the current head. */
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

/** A check run of the app on the current head. */
export interface EarlierCheck {
  /** undefined where GitHub does not tell a number: it cannot be updated then. */
  readonly checkRunId: number | undefined;
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
