import { z } from 'zod';
import { nodesOf, pageInfoSchema } from './pull-request-query.ts';

const COMMENT = `id body createdAt viewerDidAuthor lastEditedAt author { __typename login }
            reactionGroups { viewerHasReacted }`;

const OTHERS = `first: 20, orderBy: { field: UPDATED_AT, direction: DESC }`;

/**
 * What is left to do on the open pull requests, fifty at a time, and with the first of them on other threads: about 15 points of
 * GitHub's 5,000 an hour. Of check runs not only the latest: pull requests with one head have theirs on the same commit, under the
 * same name.
 */
export const THREADS_QUERY = `
  query ReadThreads($owner: String!, $name: String!, $appId: Int!, $after: String, $isFirst: Boolean!) {
    repository(owner: $owner, name: $name) {
      issues(${OTHERS}) @include(if: $isFirst) { nodes { id number comments(last: 30) { nodes {
        ${COMMENT}
      } } } }
      closed: pullRequests(states: [CLOSED, MERGED], ${OTHERS}) @include(if: $isFirst) { nodes { id number comments(last: 30) { nodes {
        ${COMMENT}
      } } } }
      pullRequests(states: [OPEN], first: 50, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id number isDraft headRefOid viewerDidAuthor
          commits(last: 1) { nodes { commit {
            oid
            checkSuites(first: 5, filterBy: { appId: $appId }) { nodes { checkRuns(first: 50, filterBy: { checkType: ALL }) {
              nodes { externalId status }
            } } }
          } } }
          comments(last: 30) { nodes {
            ${COMMENT}
          } }
          reviewThreads(last: 20) { nodes { comments(last: 5) { nodes {
            ${COMMENT}
          } } } }
        }
      }
    }
  }`;

const commentSchema = z.object({
  id: z.string(),
  body: z.string(),
  createdAt: z.string(),
  viewerDidAuthor: z.boolean(),
  lastEditedAt: z.string().nullish(),
  author: z.object({ __typename: z.string(), login: z.string() }).nullish(),
  reactionGroups: nodesOf(z.object({ viewerHasReacted: z.boolean() })),
});
const commentsSchema = z.object({ nodes: nodesOf(commentSchema) });
const runsSchema = z.object({ nodes: nodesOf(z.object({ externalId: z.string().nullish(), status: z.string() })) });
const suitesSchema = z.object({ nodes: nodesOf(z.object({ checkRuns: runsSchema.nullish() })) });

const openPullSchema = z.object({
  id: z.string(),
  number: z.number(),
  isDraft: z.boolean(),
  headRefOid: z.string(),
  viewerDidAuthor: z.boolean(),
  commits: z.object({
    nodes: nodesOf(z.object({ commit: z.object({ oid: z.string(), checkSuites: suitesSchema.nullish() }) })),
  }),
  comments: commentsSchema,
  reviewThreads: z.object({ nodes: nodesOf(z.object({ comments: commentsSchema })) }),
});

const othersSchema = z.object({
  nodes: nodesOf(z.object({ id: z.string(), number: z.number(), comments: commentsSchema })),
});

export const threadsReplySchema = z.object({
  repository: z
    .object({
      issues: othersSchema.optional(),
      closed: othersSchema.optional(),
      pullRequests: z.object({
        pageInfo: pageInfoSchema,
        nodes: nodesOf(openPullSchema),
      }),
    })
    .nullable(),
});

export type OtherNodes = z.infer<typeof othersSchema>;
export type OpenPullNode = z.infer<typeof openPullSchema>;
export type OpenCommentNode = z.infer<typeof commentSchema>;
