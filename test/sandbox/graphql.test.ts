import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { openSandbox, type Opened, PULL, REPO, writeLines } from './open-sandbox.ts';

const inRepository = (fields: string) => `{ repository(owner: "news", name: "letter") { ${fields} } }`;
const onPull = (fields: string) => inRepository(`pullRequest(number: 1) { ${fields} }`);

async function errorsOf({ graphql }: Opened, query: string): Promise<string> {
  const { errors = [] } = z
    .object({ errors: z.array(z.object({ type: z.string().optional(), message: z.string() })).optional() })
    .parse(await graphql(query));
  return errors.map(({ type, message }) => `${type ?? '-'}: ${message}`).join('\n');
}

async function reviewLines(
  opened: Opened,
  ...comments: object[]
): Promise<readonly { id: string; comments: { nodes: { id: string }[] } }[]> {
  await opened.asBot('POST', `${PULL}/reviews`, { event: 'COMMENT', comments });
  const found = await opened.graphql(
    onPull('reviewThreads(first: 10) { nodes { id comments(first: 9) { nodes { id } } } }'),
  );
  const nodes = z.array(
    z.object({ id: z.string(), comments: z.object({ nodes: z.array(z.object({ id: z.string() })) }) }),
  );
  return z
    .object({
      data: z.object({ repository: z.object({ pullRequest: z.object({ reviewThreads: z.object({ nodes }) }) }) }),
    })
    .parse(found).data.repository.pullRequest.reviewThreads.nodes;
}

test('answers many questions at once', async () => {
  const { graphql, sandbox } = await openSandbox();
  const answer = await graphql(
    `query Q { viewer { login } ${inRepository(`
      defaultBranchRef { name }
      object(expression: "HEAD:draft") { ... on Tree { entries { path object { ... on Blob { byteSize isBinary isTruncated } } } } }
      pullRequest(number: 1) { state isDraft author { __typename login } authorAssociation headRefName headRepository { nameWithOwner } }
    `).slice(1)}`,
  );
  expect(answer).toMatchInlineSnapshot(`
   {
     "data": {
       "repository": {
         "defaultBranchRef": {
           "name": "main",
         },
         "object": {
           "entries": [
             {
               "object": {
                 "byteSize": 231,
                 "isBinary": false,
                 "isTruncated": false,
               },
               "path": "draft/one.md",
             },
           ],
         },
         "pullRequest": {
           "author": {
             "__typename": "User",
             "login": "ada",
           },
           "authorAssociation": "FIRST_TIME_CONTRIBUTOR",
           "headRefName": "mine",
           "headRepository": {
             "nameWithOwner": "ada/letter",
           },
           "isDraft": false,
           "state": "OPEN",
         },
       },
       "viewer": {
         "login": "desk[bot]",
       },
     },
   }
  `);
  expect([...sandbox.unimplemented]).toEqual([]);
});

describe('refuses as GitHub does', () => {
  test.each([
    ['{ viewer { shoeSize } }', '-: Cannot query field "shoeSize" on type "User".'],
    ['{ viewer { login }', '-: Syntax Error: Expected Name, found <EOF>.'],
    [
      '{ repository(owner: "news", name: "none") { id } }',
      "NOT_FOUND: Could not resolve to a Repository with the name 'news/none'.",
    ],
    [
      inRepository('pullRequest(number: 9) { id }'),
      'NOT_FOUND: Could not resolve to a PullRequest with the number of 9.',
    ],
    ['{ node(id: "nonsense") { id } }', "NOT_FOUND: Could not resolve to a node with the global id of 'nonsense'"],
    [
      onPull('comments { totalCount }'),
      'MISSING_PAGINATION_BOUNDARIES: You must provide a `first` or `last` value to properly paginate the `comments` connection.',
    ],
    [
      onPull('comments(first: 101) { totalCount }'),
      'EXCESSIVE_PAGINATION: Requesting 101 records on the `comments` connection exceeds the `first` limit of 100 records.',
    ],
  ])('%s', async (query, told) => {
    expect(await errorsOf(await openSandbox(), query)).toBe(told);
  });

  test('to read and write without permission', async () => {
    const opened = await openSandbox();
    opened.sandbox.setPermissions({ pull_requests: 'read' });
    const id = await idOfPull(opened);
    const forbidden = 'FORBIDDEN: Resource not accessible by integration';
    expect(await errorsOf(opened, inRepository('object(expression: "HEAD") { oid }'))).toBe(forbidden);
    expect(
      await errorsOf(opened, `mutation { addComment(input: { subjectId: "${id}", body: "x" }) { clientMutationId } }`),
    ).toBe(forbidden);
  });
});

test('a field that is of GitHub and not known here is told', async () => {
  const { graphql, sandbox } = await openSandbox();
  await graphql(
    onPull(
      'reactionGroups { content } comments(first: 1, orderBy: { field: UPDATED_AT, direction: ASC }) { totalCount }',
    ),
  );
  expect([...sandbox.unimplemented]).toEqual([
    'graphql PullRequest.reactionGroups',
    'graphql PullRequest.comments(orderBy:)',
  ]);
});

test('comments are paged by cursor', async () => {
  const { graphql, people } = await openSandbox();
  for (const body of ['one', 'two', 'three']) await people.comment({ repo: REPO, number: 1, by: 'ada', body });
  const page = (args: string) =>
    graphql(onPull(`comments(${args}) { nodes { body } pageInfo { endCursor hasNextPage } }`));
  const shown = (nodes: string[], endCursor: string, hasNextPage: boolean) => ({
    data: {
      repository: {
        pullRequest: { comments: { nodes: nodes.map((body) => ({ body })), pageInfo: { endCursor, hasNextPage } } },
      },
    },
  });
  expect(await page('first: 2')).toEqual(shown(['one', 'two'], 'Y3Vyc29yOjI=', true));
  expect(await page('first: 2, after: "Y3Vyc29yOjI="')).toEqual(shown(['three'], 'Y3Vyc29yOjM=', false));
  expect(await page('last: 1')).toEqual(shown(['three'], 'Y3Vyc29yOjM=', false));
});

describe('threads', () => {
  const states = onPull(
    'reviewThreads(first: 10) { nodes { isOutdated isResolved line startLine comments(first: 1) { nodes { isMinimized minimizedReason viewerDidAuthor } } } }',
  );

  test('move with their lines, and are outdated when these change', async () => {
    const opened = await openSandbox();
    const place = { path: 'draft/one.md', body: 'hm' };
    await reviewLines(opened, { ...place, line: 10 }, { ...place, start_line: 12, line: 13 });
    const text = writeLines({ 1: 'a new line above\nline 1', 10: 'TEN', 11: 'eleven' });
    await opened.people.push({ repo: 'ada/letter', by: 'ada', branch: 'mine', files: { 'draft/one.md': text } });
    expect(
      await opened.graphql(onPull('reviewThreads(first: 10) { nodes { isOutdated startLine line originalLine } }')),
    ).toMatchInlineSnapshot(`
     {
       "data": {
         "repository": {
           "pullRequest": {
             "reviewThreads": {
               "nodes": [
                 {
                   "isOutdated": true,
                   "line": null,
                   "originalLine": 10,
                   "startLine": null,
                 },
                 {
                   "isOutdated": false,
                   "line": 14,
                   "originalLine": 13,
                   "startLine": 13,
                 },
               ],
             },
           },
         },
       },
     }
    `);
  });

  test('are resolved by an app only if it can write contents, and minimized otherwise', async () => {
    const opened = await openSandbox();
    const [thread] = await reviewLines(opened, { path: 'draft/one.md', line: 10, body: 'hm' });
    const resolve = `mutation { resolveReviewThread(input: { threadId: "${thread?.id ?? ''}" }) { thread { isResolved } } }`;
    const minimize = `mutation { minimizeComment(input: { subjectId: "${thread?.comments.nodes[0]?.id ?? ''}", classifier: RESOLVED }) { minimizedComment { isMinimized } } }`;
    expect(await errorsOf(opened, resolve)).toBe('FORBIDDEN: Resource not accessible by integration');
    expect(await errorsOf(opened, minimize)).toBe('');
    opened.sandbox.setPermissions({ pull_requests: 'write', contents: 'write' });
    expect(await errorsOf(opened, resolve)).toBe('');
    expect(await opened.graphql(states)).toMatchInlineSnapshot(`
     {
       "data": {
         "repository": {
           "pullRequest": {
             "reviewThreads": {
               "nodes": [
                 {
                   "comments": {
                     "nodes": [
                       {
                         "isMinimized": true,
                         "minimizedReason": "resolved",
                         "viewerDidAuthor": true,
                       },
                     ],
                   },
                   "isOutdated": false,
                   "isResolved": true,
                   "line": 10,
                   "startLine": null,
                 },
               ],
             },
           },
         },
       },
     }
    `);
  });

  test('opened through GraphQL outside the diff are dropped without a word', async () => {
    const opened = await openSandbox();
    const threads = '[{ path: "draft/one.md", line: 10, body: "in" }, { path: "draft/one.md", line: 25, body: "out" }]';
    const input = `{ pullRequestId: "${await idOfPull(opened)}", event: COMMENT, body: "b", threads: ${threads} }`;
    const answer = await opened.graphql(
      `mutation { addPullRequestReview(input: ${input}) { pullRequestReview { comments(first: 9) { nodes { body line } } } } }`,
    );
    expect(answer).toEqual({
      data: { addPullRequestReview: { pullRequestReview: { comments: { nodes: [{ body: 'in', line: 10 }] } } } },
    });
  });
});

async function idOfPull({ asBot }: Opened): Promise<string> {
  return z.object({ node_id: z.string() }).parse((await asBot('GET', PULL)).body).node_id;
}
