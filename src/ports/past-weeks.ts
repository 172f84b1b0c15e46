import type { Config } from '../config/schema.ts';
import type { UpdatesConfig } from '../config/fill-schema.ts';
import type { Outcome, RepositoryRef } from '../ports.ts';
import type { WeeksLesson } from '../sections/updates/learn-weeks.ts';
import type { Day, RepositoryPath } from '../shared/brand.ts';

/** Names a past week that is kept. */
export interface KeptWeekName {
  /** The date of its issue. */
  readonly issue: string;
  /** How GitHub was asked for it: in another manner other things would have come. */
  readonly manner: string;
}

/** A past week as it is kept. */
export interface KeptWeek extends KeptWeekName {
  /** By `packWeek`. */
  readonly pack: string;
}

/** Where past weeks are kept, by newsletter (`owner/name` in lower case); a database may stand behind it. */
export interface PastWeekStore {
  /** undefined where the store does not answer. */
  readonly list: (newsletter: string) => Promise<readonly KeptWeekName[] | undefined>;
  /** Those of these issues that are kept; none where the store does not answer. */
  readonly read: (newsletter: string, issues: readonly string[]) => Promise<readonly KeptWeek[]>;
  /** False where it could not be kept, so that there is no use in asking for more. */
  readonly keep: (newsletter: string, week: KeptWeek) => Promise<boolean>;
  /** Forgets the weeks of all issues before one. */
  readonly forget: (newsletter: string, before: string) => Promise<void>;
}

/** A published issue, without its text. */
export interface PastIssue {
  readonly issue: Day;
  readonly path: RepositoryPath;
}

export interface PastIssueList {
  /** The newest first. */
  readonly issues: readonly PastIssue[];
  /** Which part of an hour's requests is left, between 0 and 1. */
  readonly limitLeft: number;
}

/** Published issues on GitHub, which tell what was picked. */
export interface PastIssues {
  /** Those whose names start with their day, in one request. */
  readonly listIssues: (repository: RepositoryRef, config: Config) => Promise<Outcome<PastIssueList>>;
  /** Its text, in one request; '' where it is none, or too long. */
  readonly readIssue: (repository: RepositoryRef, path: RepositoryPath) => Promise<Outcome<string>>;
}

/** What is learnt from. */
export interface WeeksRequest {
  readonly packs: readonly string[];
  readonly config: UpdatesConfig;
  /** The date of the issue that is filled. */
  readonly issue: Day;
}

/** What came of learning, or why there was no answer. */
export type WeeksTraining =
  | { readonly kind: 'learnt'; readonly lesson: WeeksLesson }
  | { readonly kind: 'failed'; readonly reason: 'deadline' | 'memory' };

/** Learns what editors pick, while other work goes on. */
export interface WeekTrainer {
  /** One request at a time, in the order asked. Rejects where its own code fails, which is a bug, and once it is closed. */
  readonly learnWeeks: (request: WeeksRequest) => Promise<WeeksTraining>;
  /** Ends what is under way; that training rejects. */
  readonly close: () => Promise<void>;
}
