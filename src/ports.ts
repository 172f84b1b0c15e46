import type { ArchiveSettings, PublishedIssue } from './archive/archived-link.ts';
import type { IssueBlob } from './archive/known-issues.ts';
import type { Configuration, ReadConfig } from './config/configuration.ts';
import type { Config } from './config/schema.ts';
import type { ChangedFile, DraftText, ReadSubmission } from './newsletter/changed-file.ts';
import type { FilledIds } from './newsletter/find-filled.ts';
import type { OpenDraft } from './newsletter/open-draft.ts';
import type { Outline } from './newsletter/issue.ts';
import type { SectionText } from './newsletter/section-text.ts';
import type { Unreadable } from './newsletter/unreadable.ts';
import type { Work } from './ports/job.ts';
import type { Answer, AnswerReaction } from './review/answer.ts';
import type { EarlierCheck, ReviewPlan } from './review/review-plan.ts';
import type { CommitSha, Day, RepositoryPath } from './shared/brand.ts';

/** Names one repository; the installation is whose token pays for the requests. */
export interface RepositoryRef {
  readonly installationId: number;
  readonly owner: string;
  readonly repository: string;
}

/** What somebody may do in a repository. */
export type Permission = 'read' | 'write' | 'unknown';

/** Names one pull request. */
export interface PullRequestRef extends RepositoryRef {
  readonly number: number;
}

/** What GitHub says about a pull request, read in few requests. */
export interface PullRequestSnapshot {
  readonly ref: PullRequestRef;
  /** GitHub's id of the repository, which stays when its name or its owner changes. */
  readonly repositoryId: string;
  /** GraphQL node id. */
  readonly nodeId: string;
  readonly state: 'open' | 'closed';
  readonly isDraft: boolean;
  readonly head: CommitSha;
  readonly base: CommitSha;
  readonly author: {
    readonly login: string;
    /** The pull request is the app's own: a proposal. */
    readonly isOurselves: boolean;
    /** `unknown` where GitHub would not say, or where the answer decides nothing. */
    readonly permission: Permission;
  };
  readonly isFirstContribution: boolean;
  readonly openedOn: Day;
  /** GitHub refuses to list what it changes, which is too much to compare; `files` is empty then. */
  readonly isTooLarge: boolean;
  /** Only files in newsletter paths. */
  readonly files: readonly FileSnapshot[];
  /** The newsletter's configuration in force. */
  readonly configuration: Configuration;
  /** What the pull request does to the configuration file; undefined where it leaves it alone. */
  readonly configurationFile: ConfigurationFile | undefined;
  /** Drafts on the default branch; undefined: the repository has no drafts folder. */
  readonly drafts: readonly DraftText[] | undefined;
  /** The folders of published issues on the default branch; those that do not exist are missing. */
  readonly archiveFolders: readonly ArchiveFolder[];
  /** The latest other pull requests, open and merged, as the same answer has them. */
  readonly others: readonly PullHead[];
  /** What the app itself said here so far. */
  readonly spoken: Spoken;
  /** Comments of people in which the app's name stands, oldest first: they may hold commands. */
  readonly remarks: readonly Remark[];
}

/** A folder of published issues as it is in one tree. */
export interface ArchiveFolder {
  readonly path: RepositoryPath;
  /** git's id of its tree: where it is the same, so is everything in it. */
  readonly id: string;
}

/** Another pull request of the repository; what it adds depends on its head alone. */
export interface PullHead {
  readonly number: number;
  readonly head: CommitSha;
  readonly author: string;
  readonly state: 'open' | 'merged';
}

/** A newsletter file of a pull request, with the one text that GitHub names in its list of files. */
export interface FileSnapshot extends Omit<ChangedFile, 'base' | 'head'> {
  /** `same`: renamed or its mode changed, not a byte of its text. */
  readonly kind: 'added' | 'removed' | 'changed' | 'same';
  /** The head's text, of a removed file the base's. */
  readonly text: FileText;
}

/** The configuration file of a pull request, which is judged and not followed. */
export type ConfigurationFile = Pick<FileSnapshot, 'kind' | 'patch' | 'text'>;

/** A file's text, or why GitHub does not give it. */
export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: Unreadable['reason'] };

/** Own words as GitHub has them, markers not yet verified. */
export interface Spoken {
  /** The app's check runs on the present head, the newest first. */
  readonly checks: readonly EarlierCheck[];
  /** The app's own comments in the conversation, oldest first. */
  readonly comments: readonly SpokenComment[];
  /** Threads in the diff that the app started. */
  readonly threads: readonly SpokenThread[];
  /** Bodies of the app's own replies in threads, whoever started them. */
  readonly replies: readonly string[];
}

export interface SpokenComment {
  /** GraphQL node id. */
  readonly commentId: string;
  readonly body: string;
  readonly isMinimized: boolean;
}

export interface SpokenThread extends SpokenComment {
  readonly threadId: string;
  readonly isResolved: boolean;
  /** The lines it speaks of have changed since. */
  readonly isOutdated: boolean;
  /** Bodies of what others wrote below it. */
  readonly replies: readonly string[];
}

/** A comment that somebody else wrote. */
export interface Remark {
  /** GraphQL node id. */
  readonly commentId: string;
  /** The thread of the diff it stands in; undefined for one in the conversation. */
  readonly threadId: string | undefined;
  readonly login: string;
  /** Its author opened the pull request. */
  readonly isByAuthor: boolean;
  readonly body: string;
  readonly isEdited: boolean;
  /** How the app has reacted to it. */
  readonly reactions: readonly AnswerReaction[];
}

/** What became of asking GitHub for something. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

/** Why GitHub did not do it; never the submitter's fault. */
export type Trouble =
  /** A rate limit: nothing was done, ask again after the wait. */
  | { readonly kind: 'limited'; readonly waitMilliseconds: number }
  /** GitHub or the network is down; a read was repeated in vain, or nothing was sent. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** A write may have landed or not: look before anything is written again. */
  | { readonly kind: 'unknown-outcome'; readonly reason: string }
  /** The installation lacks permissions (`checks: write`); `target` where a check run can still say so. */
  | { readonly kind: 'not-permitted'; readonly missing: readonly string[]; readonly target: CheckTarget | undefined }
  /** GitHub's answers do not show yet what it holds, so nothing can be made of them: ask again after the wait. */
  | { readonly kind: 'behind'; readonly waitMilliseconds: number }
  /** What was asked for is not there (any more). */
  | { readonly kind: 'absent'; readonly reason: string }
  /** GitHub takes none of the review's comments on lines; the rest can still be said. */
  | { readonly kind: 'comments-refused'; readonly reason: string }
  /** GitHub refused the request itself: our mistake. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Where a check run goes. */
export interface CheckTarget {
  readonly head: CommitSha;
  /** Own check runs on it, the newest first. */
  readonly checks: readonly EarlierCheck[];
}

/** Parses and compares in a worker with a deadline; what cannot be read is a fact. */
export interface Parser {
  readonly readSubmission: (files: readonly ChangedFile[], outline: Outline) => Promise<ReadSubmission>;
  /** undefined where they could not be read in time: nobody can tell then which drafts are open. */
  readonly readDrafts: (drafts: readonly DraftText[], outline: Outline) => Promise<readonly OpenDraft[] | undefined>;
  /** The links of published issues; an issue that could not be read in time is missing. */
  readonly readPublishedIssues: (
    files: readonly DraftText[],
    settings: ArchiveSettings,
  ) => Promise<readonly PublishedIssue[]>;
  /** Which sections of each draft are filled; undefined for one that could not be read in time. */
  readonly readFilledIds: (
    drafts: readonly DraftText[],
    sections: readonly SectionText[],
    outline: Outline,
  ) => Promise<readonly (FilledIds | undefined)[]>;
  readonly close: () => Promise<void>;
}

/** GitHub, as the app sees it. */
export interface GitHub {
  /** `read` reads configuration files: which files of the pull request count is configured. */
  readonly readPullRequest: (ref: PullRequestRef, read: ReadConfig) => Promise<Outcome<PullRequestSnapshot>>;
  /** The newsletter's configuration in force. */
  readonly readConfiguration: (repository: RepositoryRef, read: ReadConfig) => Promise<Outcome<Configuration>>;
  /** Texts at the merge base, for files whose base cannot be told from head and patch. A path without text is missing. */
  readonly readBaseTexts: (
    snapshot: PullRequestSnapshot,
    paths: readonly RepositoryPath[],
  ) => Promise<Outcome<ReadonlyMap<RepositoryPath, FileText>>>;
  /** The drafts that other pull requests touch, by number; one whose head is no longer the given one is missing. */
  readonly readOtherDrafts: (
    repository: RepositoryRef,
    pulls: readonly PullHead[],
    config: Config,
  ) => Promise<Outcome<ReadonlyMap<number, readonly FileSnapshot[]>>>;
  /** The published issues in folders of one repository, without their texts. */
  readonly listPublishedIssues: (
    repository: RepositoryRef,
    folders: readonly ArchiveFolder[],
    config: Config,
  ) => Promise<Outcome<readonly IssueBlob[]>>;
  /** Texts by blob id; what does not exist is missing. */
  readonly readTexts: (
    repository: RepositoryRef,
    blobs: readonly string[],
  ) => Promise<Outcome<ReadonlyMap<string, FileText>>>;
  readonly publishReview: (ref: PublishedRef, plan: ReviewPlan) => Promise<Outcome<void>>;
  /** Replies first and reacts last: without its reaction an answer is not finished. */
  readonly publishAnswer: (ref: AnsweredRef, answer: Answer) => Promise<Outcome<void>>;
  /** What somebody may do in the repository, as GitHub says now; `unknown` where it does not say. */
  readonly readPermission: (repository: RepositoryRef, login: string) => Promise<Outcome<Permission>>;
  readonly listOpenPullRequests: (repository: RepositoryRef) => Promise<Outcome<readonly number[]>>;
  readonly findOpenPullRequestsByHead: (
    repository: RepositoryRef,
    head: CommitSha,
  ) => Promise<Outcome<readonly number[]>>;
}

/** Where a review goes. */
export type PublishedRef = Pick<PullRequestSnapshot, 'ref' | 'nodeId' | 'head'>;

/** Where an answer goes. */
export interface AnsweredRef extends Pick<PullRequestSnapshot, 'ref' | 'nodeId'> {
  /** Whose lines take comments; without it what is for lines goes into the conversation. */
  readonly head?: CommitSha;
  /** An issue that is no pull request, where writing takes another permission. */
  readonly isIssue?: boolean;
}

/** One job at a time per lane; a newer job of the same lane replaces a waiting one. */
export interface Lanes {
  /** Takes what a webhook asks for; resolves when it is kept as safely as these lanes keep anything. */
  readonly accept: (delivery: string, work: readonly Work[]) => Promise<void>;
  /** Takes work that no webhook asks for. */
  readonly enqueue: (work: readonly Work[]) => Promise<void>;
  /** Accepts no more work; resolves when what runs or waits is done, or the deadline has passed. */
  readonly drain: (milliseconds: number) => Promise<void>;
}

/** What a job may know about its place in the lane. */
export interface Turn {
  /** How often this job came back for its own sake: for what GitHub or a page did not show yet, or what was too much for once. */
  readonly attempt: number;
  /** How often it was put back since by trouble with GitHub, which uses up none of those. */
  readonly troubles: number;
  /** When it was asked for. */
  readonly since?: Date;
  /** Whether a newer job of the same lane waits, which will do the same work on newer facts; `unknown` while nobody can tell. */
  readonly isSuperseded: () => Promise<boolean | 'unknown'>;
}

export type JobEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly afterMilliseconds: number; readonly isTrouble?: boolean }
  /** Given up; somebody may look into it and try again. */
  | { readonly kind: 'failed'; readonly reason: string };

export interface Clock {
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** What comes of some work; undefined once the time is over, while the work goes on. */
  readonly within: <T>(work: Promise<T>, milliseconds: number) => Promise<T | undefined>;
}

export interface Log {
  readonly info: (fields: Readonly<Record<string, unknown>>, message: string) => void;
  readonly warn: (fields: Readonly<Record<string, unknown>>, message: string) => void;
  readonly error: (fields: Readonly<Record<string, unknown>>, message: string) => void;
  /** The same log with these fields on every line. */
  readonly with: (fields: Readonly<Record<string, unknown>>) => Log;
}
