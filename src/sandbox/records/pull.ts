import type { LabelEvent } from './issue.ts';
import type { Reaction } from './reaction.ts';
import type { Account, Repository } from './repository.ts';

export interface Pull {
  readonly id: number;
  readonly number: number;
  readonly repository: Repository;
  readonly author: Account;
  readonly authorAssociation: string;
  readonly createdAt: Date;
  /** Of a branch of the repository itself or of a fork; a deleted fork keeps its record, marked. */
  readonly head: { readonly repository: Repository; readonly ref: string; sha: string };
  readonly base: { ref: string; sha: string };
  title: string;
  body: string;
  state: 'open' | 'closed';
  isDraft: boolean;
  updatedAt: Date;
  closedAt: Date | undefined;
  merged: { readonly at: Date; readonly by: Account; readonly sha: string } | undefined;
  readonly comments: IssueComment[];
  readonly reviews: Review[];
  readonly threads: Thread[];
  /** What happened besides comments and reviews, in time order. */
  readonly events: PullEvent[];
  readonly labelEvents: LabelEvent[];
  /** What it changed, where it was only told of and its commits are not here. */
  readonly toldFiles?: readonly ToldFile[];
}

export interface ToldFile {
  readonly path: string;
  readonly status: 'added' | 'modified' | 'removed';
}

export interface PullEvent {
  readonly kind: 'pushed' | 'closed' | 'reopened' | 'merged' | 'ready' | 'edited';
  readonly at: Date;
  readonly by: Account;
  readonly sha?: string;
  readonly message?: string;
}

/** What a conversation comment and an inline comment have in common. */
interface Written {
  readonly id: number;
  readonly author: Account;
  readonly authorAssociation: string;
  readonly createdAt: Date;
  readonly pull: Pull;
  body: string;
  updatedAt: Date;
  isEdited: boolean;
  /** The classifier in capitals, e.g. `RESOLVED`. */
  minimized: string | undefined;
  readonly reactions: Reaction[];
}

export type IssueComment = Written & { readonly kind: 'issue-comment' };

export interface ReviewComment extends Written {
  readonly kind: 'review-comment';
  readonly review: Review;
  readonly thread: Thread;
}

export interface Review {
  readonly id: number;
  readonly pull: Pull;
  readonly author: Account;
  readonly authorAssociation: string;
  readonly state: 'COMMENTED' | 'APPROVED' | 'CHANGES_REQUESTED';
  readonly commit: string;
  readonly submittedAt: Date;
  body: string;
}

/** Of a diff. */
export const SIDES = ['LEFT', 'RIGHT'] as const;
export type Side = (typeof SIDES)[number];

export interface Thread {
  readonly id: number;
  readonly pull: Pull;
  readonly path: string;
  readonly subject: 'line' | 'file';
  readonly side: Side;
  readonly startSide: Side | undefined;
  readonly originalCommit: string;
  readonly originalLine: number | undefined;
  readonly originalStartLine: number | undefined;
  readonly diffHunk: string;
  /** Legacy: rows below the first hunk's head. */
  readonly originalPosition: number | undefined;
  /** In the current diff; undefined when outdated or about the whole file. */
  line: number | undefined;
  startLine: number | undefined;
  isOutdated: boolean;
  resolvedBy: Account | undefined;
  readonly comments: ReviewComment[];
}
