import { z } from 'zod';
import { cutForeignBody } from './cut-foreign-body.ts';
import { IDENTITY, identityFields } from './repository-id.ts';

/** The text of a file, and why there may be none. */
export const BLOB = '... on Blob { text isBinary isTruncated }';

/** The files of a folder with their texts; or that of one file. */
export const FOLDER = `... on Tree { entries { name object { ${BLOB} } } } ${BLOB}`;

/** How many blobs of strangers one query asks for: GitHub gives half a megabyte of each, which is held several times while it is read. */
export const MAX_BLOBS = 8;

const COMMENT = `id body viewerDidAuthor isMinimized lastEditedAt author { __typename login }
    reactionGroups { content viewerHasReacted }`;

/** The latest other pull requests; 100 of each cover weeks, and cost one point. */
const OTHERS = `
        openPulls: pullRequests(states: [OPEN], first: 100, orderBy: { field: CREATED_AT, direction: DESC }) {
          nodes { number headRefOid isDraft author { login } }
        }
        mergedPulls: pullRequests(states: [MERGED], first: 100, orderBy: { field: UPDATED_AT, direction: DESC }) {
          nodes { number headRefOid isDraft author { login } }
        }`;

const COMMENTS = `
  pageInfo { hasNextPage endCursor }
  nodes {
    ${COMMENT}
  }`;

/** Of a thread the first 50 comments: nobody finds a command below more. */
const THREADS = `
  pageInfo { hasNextPage endCursor }
  nodes {
    id isResolved isOutdated
    comments(first: 50) { nodes {
      ${COMMENT}
    } }
  }`;

/** Of a commit: the app's check runs. Not only the latest of a name: another pull request with the same head has its own among them. */
const CHECKS = `
                oid
                checkSuites(first: 5, filterBy: { appId: $appId }) {
                  nodes { checkRuns(first: 100, filterBy: { checkType: ALL }) {
                    nodes { databaseId externalId status startedAt }
                  } }
                }`;

/** The head and the app's check runs on it. */
const CHECKED = `
          headRefOid
          commits(last: 1) {
            nodes {
              commit {${CHECKS}
              }
            }
          }`;

export const COMMIT_CHECKS_QUERY = `
  query ReadCommitChecks($owner: String!, $name: String!, $oid: GitObjectID!, $appId: Int!) {
    repository(owner: $owner, name: $name) {
      object(oid: $oid) { ... on Commit {${CHECKS} } }
    }
  }`;

export const CHECKS_QUERY = `
  query ReadChecks($owner: String!, $name: String!, $number: Int!, $appId: Int!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {${CHECKED} }
    }
  }`;

/** All that may be read without permission to read contents. */
export const HEAD_QUERY = `
  query ReadHead($owner: String!, $name: String!, $number: Int!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) { headRefOid }
    }
  }`;

/**
 * One query for all that a review needs but the patches: the pull request, own words, the drafts of the default
 * branch (a variable `folderN`, `HEAD:FOLDER` or `HEAD:FILE`, for each), the ids of its folders of published issues (a
 * variable `archiveN`, `HEAD:FOLDER`, for each) and blobs (a variable `blobN`, an id, for each).
 * @param more fields of the repository
 */
export function renderPullRequestQuery({ folders, archives, blobs }: QueriedObjects, more: string): string {
  return `
    query ReadPullRequest($owner: String!, $name: String!, $number: Int!, $appId: Int!${declare('folder', folders)}${declare('archive', archives)}${declare('blob', blobs)}) {
      repository(owner: $owner, name: $name) {
        ${IDENTITY}
        pullRequest(number: $number) {
          id state isDraft baseRefOid createdAt viewerDidAuthor authorAssociation
          author { __typename login }
          ${CHECKED}
          comments(first: 100) {${COMMENTS}
          }
          reviewThreads(first: 100) {${THREADS}
          }
        }${OTHERS}${more}${select('folder', folders, FOLDER)}${select('archive', archives, 'oid')}${select('blob', blobs, BLOB)}
      }
    }`;
}

/** How many objects of each kind a query asks for. */
export interface QueriedObjects {
  readonly folders: number;
  readonly archives: number;
  readonly blobs: number;
}

/** The files of folders, by the folders' ids; a variable `folderN` for each. */
export function renderFoldersQuery(folders: number): string {
  return `
    query ReadFolders($owner: String!, $name: String!${declare('folder', folders)}) {
      repository(owner: $owner, name: $name) {${select('folder', folders, '... on Tree { entries { name oid } }')}
      }
    }`;
}

/** Blobs by id or by `REVISION:PATH`, a variable `blobN` for each. */
export function renderBlobQuery(blobs: number): string {
  return `
    query ReadBlobs($owner: String!, $name: String!${declare('blob', blobs)}) {
      repository(owner: $owner, name: $name) {${select('blob', blobs, BLOB)}
      }
    }`;
}

export const COMMENTS_QUERY = `
  query ReadComments($owner: String!, $name: String!, $number: Int!, $after: String!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) { page: comments(first: 100, after: $after) {${COMMENTS} } }
    }
  }`;

export const REVIEW_THREADS_QUERY = `
  query ReadReviewThreads($owner: String!, $name: String!, $number: Int!, $after: String!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) { page: reviewThreads(first: 100, after: $after) {${THREADS} } }
    }
  }`;

/** The variables of a query for so many objects, behind others: `, $blob0: String!, $blob1: String!`. */
export function declare(name: string, length: number): string {
  return Array.from({ length }, (_, index) => `, $${name}${index}: String!`).join('');
}

/** The fields of a repository that ask for so many objects, by those variables. */
export function select(name: string, length: number, fields: string): string {
  const toField = (alias: string): string => `\n        ${alias}: object(expression: $${alias}) { ${fields} }`;
  return Array.from({ length }, (_, index) => toField(`${name}${index}`)).join('');
}

/** The values as variables `blob0`, `blob1` … */
export function toVariables(prefix: string, values: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(values.map((value, index) => [`${prefix}${index}`, value]));
}

/** null where there is no such object; an empty record where it is something else. */
export const blobSchema = z.object({
  text: z.string().nullish(),
  isBinary: z.boolean().nullish(),
  isTruncated: z.boolean().nullish(),
});

/** A folder, or a file that always is a draft. */
const treeSchema = blobSchema.extend({
  entries: z.array(z.object({ name: z.string(), object: blobSchema.nullish() })).nullish(),
});

/** A folder of published issues; null where there is none. */
export const archiveSchema = z.object({ oid: z.string() }).nullish();

const entriesSchema = z.object({ entries: z.array(z.object({ name: z.string(), oid: z.string() })).nullish() });

export const foldersReplySchema = z.object({ repository: z.record(z.string(), entriesSchema.nullable()).nullable() });

/** Where a list goes on. */
export const pageInfoSchema = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

/** GitHub puts null where a node may not be shown (any more). */
export function nodesOf<Node extends z.ZodType>(node: Node) {
  const present = z.array(node.nullable()).nullish();
  return present.transform((nodes) => (nodes ?? []).flatMap((one) => (one === null ? [] : [one])));
}

/** null for an account that is gone. */
const authorSchema = z.object({ __typename: z.string(), login: z.string() }).nullable();

const commentSchema = z
  .object({
    id: z.string(),
    body: z.string(),
    viewerDidAuthor: z.boolean(),
    isMinimized: z.boolean(),
    lastEditedAt: z.string().nullish(),
    author: authorSchema.optional(),
    reactionGroups: nodesOf(z.object({ content: z.string(), viewerHasReacted: z.boolean() })),
  })
  .transform(cutForeignBody);

const threadSchema = z.object({
  id: z.string(),
  isResolved: z.boolean(),
  isOutdated: z.boolean(),
  comments: z.object({ nodes: nodesOf(commentSchema) }),
});

const commentsSchema = z.object({ pageInfo: pageInfoSchema, nodes: nodesOf(commentSchema) });
const threadsSchema = z.object({ pageInfo: pageInfoSchema, nodes: nodesOf(threadSchema) });

const checkRunSchema = z.object({
  databaseId: z.number().nullish(),
  externalId: z.string().nullish(),
  status: z.string(),
  startedAt: z.string().nullish(),
});

const commitSchema = z.object({
  oid: z.string(),
  checkSuites: z
    .object({ nodes: nodesOf(z.object({ checkRuns: z.object({ nodes: nodesOf(checkRunSchema) }).nullish() })) })
    .nullish(),
});

const checkedSchema = z.object({
  headRefOid: z.string(),
  commits: z.object({ nodes: nodesOf(z.object({ commit: commitSchema })) }),
});

const pullRequestSchema = checkedSchema.extend({
  id: z.string(),
  state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
  isDraft: z.boolean(),
  baseRefOid: z.string(),
  createdAt: z.string(),
  viewerDidAuthor: z.boolean(),
  authorAssociation: z.string(),
  author: authorSchema,
  comments: commentsSchema,
  reviewThreads: threadsSchema,
});

const otherPullsSchema = z.object({
  nodes: nodesOf(
    z.object({
      number: z.number(),
      headRefOid: z.string(),
      isDraft: z.boolean(),
      author: z.object({ login: z.string() }).nullable(),
    }),
  ),
});

/** With the aliases `folderN` and `blobN`, each read by its own schema. */
export const pullRequestReplySchema = z.object({
  repository: z
    .looseObject({
      ...identityFields,
      pullRequest: pullRequestSchema.nullable(),
      openPulls: otherPullsSchema,
      mergedPulls: otherPullsSchema,
    })
    .nullable(),
});

export const headReplySchema = z.object({
  repository: z.object({ pullRequest: checkedSchema.partial({ commits: true }).nullable() }).nullable(),
});

export const commitReplySchema = z.object({
  repository: z.object({ object: commitSchema.nullable() }).nullable(),
});

export const blobReplySchema = z.object({ repository: z.record(z.string(), blobSchema.nullable()).nullable() });

export const commentsPageSchema = pageReply(commentsSchema);
export const reviewThreadsPageSchema = pageReply(threadsSchema);

export const folderSchema = treeSchema.nullish();

export type PullRequestNode = z.infer<typeof pullRequestSchema>;
export type CheckedNode = z.infer<typeof checkedSchema>;
export type CheckRunNode = z.infer<typeof checkRunSchema>;
export type CommentNode = z.infer<typeof commentSchema>;
export type ThreadNode = z.infer<typeof threadSchema>;
export type OtherPullNode = z.infer<typeof otherPullsSchema>['nodes'][number];
export type Blob = z.infer<typeof blobSchema>;

function pageReply<Page extends z.ZodType>(page: Page) {
  return z.object({ repository: z.object({ pullRequest: z.object({ page }).nullable() }).nullable() });
}
