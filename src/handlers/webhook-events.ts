import { z } from 'zod';
import type { PullRequestRef, RepositoryRef } from '../ports.ts';
import { type CommitSha, type RepositoryPath, toCommitSha, toRepositoryPath } from '../shared/brand.ts';

const repositorySchema = z.object({ name: z.string(), owner: z.object({ login: z.string() }) });

/** Where any webhook comes from. Of webhooks only the fields that we use are read; everything else in them is ignored. */
export const sourceSchema = z.object({ installation: z.object({ id: z.number() }), repository: repositorySchema });

const pullRequestSchema = sourceSchema.extend({
  number: z.number(),
  before: z.string().optional(),
  changes: z.object({ title: z.unknown().optional(), base: z.unknown().optional() }).optional(),
});

const pullRequestsSchema = z.array(z.object({ number: z.number() }));

const checkRunSchema = sourceSchema.extend({
  check_run: z.object({ head_sha: z.string(), external_id: z.string().nullish(), pull_requests: pullRequestsSchema }),
});

const checkSuiteSchema = sourceSchema.extend({
  check_suite: z.object({ head_sha: z.string(), pull_requests: pullRequestsSchema }),
});

const commentSchema = sourceSchema.extend({
  action: z.string(),
  comment: z.object({ node_id: z.string(), body: z.string(), user: z.object({ type: z.string() }).nullish() }),
  changes: z.object({ body: z.object({ from: z.string() }).optional() }).optional(),
});

/** `pull_request` is there where the issue is one. */
const issueCommentSchema = commentSchema.extend({
  issue: z.object({ number: z.number(), pull_request: z.looseObject({}) }),
});

const reviewCommentSchema = commentSchema.extend({ pull_request: z.object({ number: z.number() }) });

const paths = z.array(z.string()).default([]);

const pushSchema = sourceSchema.extend({
  repository: repositorySchema.extend({ default_branch: z.string() }),
  ref: z.string(),
  forced: z.boolean().default(false),
  after: z.string(),
  commits: z.array(z.object({ added: paths, removed: paths, modified: paths })).default([]),
});

type Source = z.infer<typeof sourceSchema>;

export interface PullRequestEvent {
  readonly ref: PullRequestRef;
  readonly changed: { readonly title: boolean; readonly base: boolean };
  /** The head that a push replaced; undefined for anything but a push. */
  readonly outdatedHead: CommitSha | undefined;
}

/** Somebody asked to run a check again. */
export interface RerunEvent {
  readonly repository: RepositoryRef;
  readonly head: CommitSha;
  /** undefined for a check suite, and where GitHub sends none. */
  readonly externalId: string | undefined;
  /** Empty for pull requests from forks. */
  readonly numbers: readonly number[];
}

export interface CommentEvent {
  readonly ref: PullRequestRef;
  /** Of a deleted comment what it said. */
  readonly body: string;
  /** What an edited comment said before; undefined for one that was not edited. */
  readonly formerBody: string | undefined;
  /** GraphQL node id of a new comment; undefined for one that is edited or gone. */
  readonly newId: string | undefined;
  /** GraphQL node id of a comment that was edited or deleted. */
  readonly outdatedId: string | undefined;
  /** By this app or another one. */
  readonly isByApp: boolean;
}

export interface PushEvent {
  readonly repository: RepositoryRef;
  readonly isDefaultBranch: boolean;
  /** History was rewritten: the commits do not tell what changed. */
  readonly isForced: boolean;
  /** Where the branch is now. */
  readonly after: CommitSha;
  /** Paths that came, went or changed in some of its commits. */
  readonly touched: readonly string[];
  /** Paths that came or went in some of its commits. */
  readonly cameOrWent: readonly RepositoryPath[];
}

/** Reads a `pull_request`; undefined for a payload of another shape, like one of an app that is not installed. */
export function parsePullRequestEvent(payload: unknown): PullRequestEvent | undefined {
  const { data } = pullRequestSchema.safeParse(payload);
  return (
    data && {
      ref: { ...toRepository(data), number: data.number },
      changed: { title: data.changes?.title !== undefined, base: data.changes?.base !== undefined },
      outdatedHead: data.before === undefined ? undefined : toCommitSha(data.before),
    }
  );
}

/** Reads a `check_run`; undefined for a payload of another shape. */
export function parseCheckRunEvent(payload: unknown): RerunEvent | undefined {
  const { data } = checkRunSchema.safeParse(payload);
  return data && toRerun(data, data.check_run);
}

/** Reads a `check_suite`; undefined for a payload of another shape. */
export function parseCheckSuiteEvent(payload: unknown): RerunEvent | undefined {
  const { data } = checkSuiteSchema.safeParse(payload);
  return data && toRerun(data, data.check_suite);
}

/** Reads an `issue_comment`; undefined for a payload of another shape, and for a comment on an issue that is no pull request. */
export function parseIssueCommentEvent(payload: unknown): CommentEvent | undefined {
  const { data } = issueCommentSchema.safeParse(payload);
  return data && toComment(data, data.issue.number);
}

/** Reads a `pull_request_review_comment`; undefined for a payload of another shape. */
export function parseReviewCommentEvent(payload: unknown): CommentEvent | undefined {
  const { data } = reviewCommentSchema.safeParse(payload);
  return data && toComment(data, data.pull_request.number);
}

/** Reads a `push` to any branch; undefined for a payload of another shape, like that of a push without an installation. */
export function parsePushEvent(payload: unknown): PushEvent | undefined {
  const { data } = pushSchema.safeParse(payload);
  return (
    data && {
      repository: toRepository(data),
      isDefaultBranch: data.ref === `refs/heads/${data.repository.default_branch}`,
      isForced: data.forced,
      after: toCommitSha(data.after),
      touched: data.commits.flatMap(({ added, removed, modified }) => [...added, ...removed, ...modified]),
      cameOrWent: data.commits.flatMap(({ added, removed }) => [...added, ...removed]).map(toRepositoryPath),
    }
  );
}

function toComment(data: z.infer<typeof commentSchema>, number: number): CommentEvent {
  return {
    ref: { ...toRepository(data), number },
    body: data.comment.body,
    formerBody: data.changes?.body?.from,
    newId: data.action === 'created' ? data.comment.node_id : undefined,
    outdatedId: data.action === 'created' ? undefined : data.comment.node_id,
    isByApp: data.comment.user?.type === 'Bot',
  };
}

function toRerun(
  source: Source,
  check: { head_sha: string; external_id?: string | null | undefined; pull_requests: readonly { number: number }[] },
): RerunEvent {
  return {
    repository: toRepository(source),
    head: toCommitSha(check.head_sha),
    externalId: check.external_id ?? undefined,
    numbers: check.pull_requests.map(({ number }) => number),
  };
}

/** The repository that a webhook comes from. */
export function toRepository({ installation, repository }: Source): RepositoryRef {
  return { installationId: installation.id, owner: repository.owner.login, repository: repository.name };
}
