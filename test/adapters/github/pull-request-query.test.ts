import { expect, test } from '@jest/globals';
import { commentsPageSchema, reviewThreadsPageSchema } from '../../../src/adapters/github/pull-request-query.ts';

const pageInfo = { hasNextPage: false, endCursor: null };
const comment = { id: 'IC_1', body: 'Hello', viewerDidAuthor: false, isMinimized: false, reactionGroups: [] };

test('nodes that GitHub does not show are passed over', () => {
  const reply = { repository: { pullRequest: { page: { pageInfo, nodes: [null, comment] } } } };
  expect(commentsPageSchema.parse(reply).repository?.pullRequest?.page.nodes).toEqual([comment]);
});

test('a thread whose comments GitHub does not show is passed over as nobody’s', () => {
  const thread = { id: 'PRRT_1', isResolved: false, isOutdated: true, comments: { nodes: null } };
  const reply = { repository: { pullRequest: { page: { pageInfo, nodes: [thread, null] } } } };
  const nodes = reviewThreadsPageSchema.parse(reply).repository?.pullRequest?.page.nodes;
  expect(nodes?.map(({ comments }) => comments.nodes)).toEqual([[]]);
});

test('of what others wrote no more is kept than is read; of our own words all, for the marker stands at their end', () => {
  const body = 'é'.repeat(65_536);
  const nodes = [comment, { ...comment, body }, { ...comment, body, viewerDidAuthor: true }];
  const { repository } = commentsPageSchema.parse({ repository: { pullRequest: { page: { pageInfo, nodes } } } });
  const kept = repository?.pullRequest?.page.nodes.map((node) => node.body);
  expect(kept).toEqual(['Hello', 'é'.repeat(12_000), body]);
});
