import type { Fields } from '../fields.ts';
import { nodeId } from '../node-id.ts';
import type { Issue, IssueRemark } from '../records/issue.ts';
import type { Repository } from '../records/repository.ts';
import { issuePage } from '../render/addresses.ts';
import { renderTime } from '../render/render-time.ts';
import type { World } from '../world.ts';
import { isViewer, viewActor } from './actor-view.ts';
import { connect, type FieldCall } from './connect.ts';
import { hasLabels, viewLabelling } from './label-view.ts';
import { order } from './order.ts';
import { viewReactions } from './reaction-view.ts';
import { viewRepository } from './repository-view.ts';
import { type GraphContext, refuse, requireAccess, type View, wordsOf } from './view.ts';

/** The issues of a repository. */
export function viewIssues(world: World, repository: Repository): View {
  return {
    issue: ({ number }: Fields, context: GraphContext) => {
      requireAccess(context, repository, 'issues', 'read');
      const issue = repository.issues.find((one) => one.number === number);
      if (issue === undefined) {
        throw refuse('NOT_FOUND', `Could not resolve to an Issue with the number of ${String(number)}.`);
      }
      return viewIssue(world, issue);
    },
    issues: (...call: FieldCall) => {
      requireAccess(call[1], repository, 'issues', 'read');
      const known = ['states', 'labels', 'orderBy'];
      return connect(call, chooseIssues(repository, call[0]), (issue) => viewIssue(world, issue), { known });
    },
  };
}

/** One issue. */
export function viewIssue(world: World, issue: Issue): View {
  const url = issuePage(world, issue);
  return {
    __typename: 'Issue',
    id: nodeId('Issue', issue.id),
    number: issue.number,
    title: issue.title,
    body: issue.body,
    url,
    state: issue.state.toUpperCase(),
    createdAt: renderTime(issue.createdAt),
    updatedAt: renderTime(issue.updatedAt),
    author: viewActor(world, issue.author),
    repository: () => viewRepository(world, issue.repository),
    ...viewLabelling(world, issue.repository, issue),
    comments: (...call: FieldCall) => connect(call, issue.comments, (remark) => viewRemark(world, remark)),
  };
}

/** A comment on an issue. */
export function viewRemark(world: World, remark: IssueRemark): View {
  return {
    __typename: 'IssueComment',
    id: nodeId('IssueComment', remark.id),
    url: `${issuePage(world, remark.issue)}#issuecomment-${remark.id}`,
    body: remark.body,
    author: viewActor(world, remark.author),
    authorAssociation: remark.authorAssociation,
    createdAt: renderTime(remark.createdAt),
    lastEditedAt: null,
    viewerDidAuthor: isViewer(remark.author),
    ...viewReactions(remark),
  };
}

function chooseIssues({ issues }: Repository, args: Fields): readonly Issue[] {
  const states = wordsOf(args, 'states');
  const labels = wordsOf(args, 'labels');
  const found = issues.filter(
    (issue) => states?.includes(issue.state.toUpperCase()) !== false && hasLabels(issue, labels),
  );
  return order(found, args);
}
