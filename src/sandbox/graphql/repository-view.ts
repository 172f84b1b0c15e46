import { type Fields, textOf } from '../fields.ts';
import { nodeId } from '../node-id.ts';
import type { Pull } from '../records/pull.ts';
import { fullName, type Repository, roleOf } from '../records/repository.ts';
import { renderTime } from '../render/render-time.ts';
import { repositoryPage } from '../render/addresses.ts';
import type { World } from '../world.ts';
import { viewActor } from './actor-view.ts';
import { viewComparison } from './comparison-view.ts';
import { connect, type FieldCall } from './connect.ts';
import { viewIssues } from './issue-view.ts';
import { hasLabels } from './label-view.ts';
import { viewObject } from './object-view.ts';
import { order } from './order.ts';
import { viewPull } from './pull-view.ts';
import { type GraphContext, refuse, requireAccess, type View, wordsOf } from './view.ts';

/** A repository. */
export function viewRepository(world: World, repository: Repository): View {
  return {
    __typename: 'Repository',
    id: nodeId('Repository', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: fullName(repository),
    owner: viewActor(world, repository.owner),
    isPrivate: false,
    isFork: repository.parent !== undefined,
    isArchived: false,
    licenseInfo: null,
    contributingGuidelines: null,
    url: repositoryPage(world, repository),
    createdAt: renderTime(repository.createdAt),
    parent: repository.parent === undefined ? null : viewRepository(world, repository.parent),
    viewerPermission: (_: unknown, { actor }: GraphContext) =>
      actor.kind === 'person' ? roleOf(repository, actor.account).toUpperCase() : null,
    ...viewContents(world, repository),
    ...viewPulls(world, repository),
    ...viewIssues(world, repository),
  };
}

function viewContents(world: World, repository: Repository): View {
  const ref = (context: GraphContext, name: string) => {
    requireAccess(context, repository, 'contents', 'read');
    return viewRef(world, repository, name);
  };
  return {
    defaultBranchRef: (_: unknown, context: GraphContext) => ref(context, `refs/heads/${repository.defaultBranch}`),
    ref: (args: Fields, context: GraphContext) => {
      const name = textOf(args, 'qualifiedName') ?? '';
      return ref(context, name.startsWith('refs/') ? name : `refs/heads/${name}`);
    },
    object: (args: Fields, context: GraphContext) => {
      requireAccess(context, repository, 'contents', 'read');
      return viewObject(world, repository, textOf(args, 'oid') ?? textOf(args, 'expression') ?? '');
    },
  };
}

/** A branch or other ref; null where there is none. */
export async function viewRef(world: World, repository: Repository, qualified: string): Promise<View | null> {
  if ((await repository.git.resolveCommit(qualified)) === undefined) return null;
  return {
    __typename: 'Ref',
    id: nodeId('Ref', `${repository.id}:${qualified}`),
    name: qualified.replace(/^refs\/heads\//, ''),
    prefix: 'refs/heads/',
    repository: () => viewRepository(world, repository),
    target: () => viewObject(world, repository, qualified),
    compare: (args: Fields) => viewComparison(world, repository, qualified, textOf(args, 'headRef') ?? ''),
  };
}

function viewPulls(world: World, repository: Repository): View {
  return {
    pullRequest: ({ number }: Fields, context: GraphContext) => {
      requireAccess(context, repository, 'pull_requests', 'read');
      const pull = repository.pulls.find((one) => one.number === number);
      if (pull === undefined) {
        throw refuse('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${String(number)}.`);
      }
      return viewPull(world, pull);
    },
    pullRequests: (...call: FieldCall) => {
      requireAccess(call[1], repository, 'pull_requests', 'read');
      const known = ['states', 'headRefName', 'baseRefName', 'orderBy', 'labels'];
      return connect(call, choosePulls(repository, call[0]), (pull) => viewPull(world, pull), { known });
    },
  };
}

function choosePulls(repository: Repository, args: Fields): readonly Pull[] {
  const states = wordsOf(args, 'states');
  const head = textOf(args, 'headRefName');
  const base = textOf(args, 'baseRefName');
  const found = repository.pulls.filter(
    (pull) =>
      states?.includes(pull.merged === undefined ? pull.state.toUpperCase() : 'MERGED') !== false &&
      (head === undefined || pull.head.ref === head) &&
      (base === undefined || pull.base.ref === base) &&
      hasLabels(pull, wordsOf(args, 'labels')),
  );
  return order(found, args);
}
