import type { Reaction } from './reaction.ts';
import type { Account, Repository } from './repository.ts';

/** When a thread got a label; here it keeps it. */
export interface LabelEvent {
  readonly label: string;
  readonly at: Date;
  readonly by: Account;
}

/** What issues and pull requests have in common where they are labelled. */
export interface Labelled {
  /** In time order. */
  readonly labelEvents: LabelEvent[];
  updatedAt: Date;
}

/** An issue; it shares its numbers with the repository's pull requests. */
export interface Issue extends Labelled {
  readonly id: number;
  readonly number: number;
  readonly repository: Repository;
  readonly author: Account;
  readonly createdAt: Date;
  title: string;
  body: string;
  state: 'open' | 'closed';
  readonly comments: IssueRemark[];
}

/** A comment on an issue. */
export interface IssueRemark {
  readonly id: number;
  readonly author: Account;
  readonly authorAssociation: string;
  readonly createdAt: Date;
  readonly body: string;
  readonly issue: Issue;
  readonly reactions: Reaction[];
}

/** The labels of a thread, in the order it got them. */
export function listLabels({ labelEvents }: Labelled): readonly string[] {
  return [...new Set(labelEvents.map(({ label }) => label))];
}
