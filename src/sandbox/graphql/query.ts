import type { GraphQLResolveInfo } from 'graphql';
import { type Fields, textOf } from '../fields.ts';
import type { Repository } from '../records/repository.ts';
import { findRepository, type World } from '../world.ts';
import { viewActor, viewViewer } from './actor-view.ts';
import { viewCheckRun } from './check-view.ts';
import { viewIssueComment, viewReview, viewReviewComment, viewThread } from './comment-view.ts';
import { findNode, type Found } from './find-node.ts';
import { viewIssue, viewRemark } from './issue-view.ts';
import { viewPull } from './pull-view.ts';
import { viewRepository } from './repository-view.ts';
import { estimateCost } from './estimate-cost.ts';
import { viewSearch } from './search.ts';
import { type GraphContext, needViewer, refuse, requireAccess, type View, wordsOf } from './view.ts';

/** What a query starts from. */
export function viewQuery(world: World): View {
  return {
    viewer: (_: unknown, context: GraphContext) => viewViewer(world, needViewer(context)),
    repository: (args: Fields) => {
      const [owner, name] = [textOf(args, 'owner') ?? '', textOf(args, 'name') ?? ''];
      const repository = findRepository(world, owner, name);
      if (repository === undefined) {
        throw refuse('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
      }
      return viewRepository(world, repository);
    },
    node: (args: Fields, context: GraphContext) => viewNode(context, textOf(args, 'id') ?? ''),
    nodes: (args: Fields, context: GraphContext) => (wordsOf(args, 'ids') ?? []).map((id) => viewNode(context, id)),
    user: (args: Fields) => {
      const account = world.accounts.get((textOf(args, 'login') ?? '').toLowerCase());
      if (account?.kind !== 'User') {
        throw refuse('NOT_FOUND', `Could not resolve to a User with the login of '${textOf(args, 'login') ?? ''}'.`);
      }
      return viewActor(world, account);
    },
    search: viewSearch(world),
    rateLimit: (_: unknown, __: unknown, info: GraphQLResolveInfo) => ({
      limit: 5000,
      cost: estimateCost(info),
      remaining: 5000 - world.requests.length,
      used: world.requests.length,
      nodeCount: 0,
      resetAt: new Date(world.now().getTime() + 3_600_000).toISOString(),
    }),
  };
}

function viewNode(context: GraphContext, id: string): View {
  const found = findNode(context.world, id);
  requireAccess(context, repositoryOf(found), found.kind === 'CheckRun' ? 'checks' : 'metadata', 'read');
  return viewFound(context.world, found);
}

function repositoryOf(found: Found): Repository {
  switch (found.kind) {
    case 'Repository':
      return found.repository;
    case 'PullRequest':
      return found.pull.repository;
    case 'Issue':
      return found.issue.repository;
    case 'IssueRemark':
      return found.remark.issue.repository;
    case 'IssueComment':
    case 'PullRequestReviewComment':
      return found.comment.pull.repository;
    case 'PullRequestReview':
      return found.review.pull.repository;
    case 'PullRequestReviewThread':
      return found.thread.pull.repository;
    case 'CheckRun':
      return found.run.suite.repository;
  }
}

function viewFound(world: World, found: Found): View {
  switch (found.kind) {
    case 'Repository':
      return viewRepository(world, found.repository);
    case 'PullRequest':
      return viewPull(world, found.pull);
    case 'Issue':
      return viewIssue(world, found.issue);
    case 'IssueRemark':
      return viewRemark(world, found.remark);
    case 'IssueComment':
      return viewIssueComment(world, found.comment);
    case 'PullRequestReviewComment':
      return viewReviewComment(world, found.comment);
    case 'PullRequestReview':
      return viewReview(world, found.review);
    case 'PullRequestReviewThread':
      return viewThread(world, found.thread);
    case 'CheckRun':
      return viewCheckRun(world, found.run);
  }
}
