import { readPullFiles } from '../actions/place-comment.ts';
import { nodeId } from '../node-id.ts';
import type { Pull } from '../records/pull.ts';
import { fullName } from '../records/repository.ts';
import { pullPage } from '../render/addresses.ts';
import { renderOptionalTime, renderTime } from '../render/render-time.ts';
import type { World } from '../world.ts';
import { viewLabelling } from './label-view.ts';
import { isViewer, viewActor } from './actor-view.ts';
import { viewIssueComment, viewReview, viewThread } from './comment-view.ts';
import { viewCommit, viewCommitById } from './commit-view.ts';
import { connect, type FieldCall } from './connect.ts';
import { viewRepository } from './repository-view.ts';
import { type View, wordsOf } from './view.ts';

const CHANGE: Readonly<Record<string, string>> = { removed: 'DELETED' };

/** A pull request. */
export function viewPull(world: World, pull: Pull): View {
  return {
    __typename: 'PullRequest',
    id: nodeId('PullRequest', pull.id),
    databaseId: pull.id,
    fullDatabaseId: String(pull.id),
    number: pull.number,
    title: pull.title,
    body: pull.body,
    bodyText: pull.body,
    url: pullPage(world, pull),
    permalink: pullPage(world, pull),
    resourcePath: `/${fullName(pull.repository)}/pull/${pull.number}`,
    ...viewState(world, pull),
    ...viewEnds(world, pull),
    ...viewConversation(world, pull),
    ...viewChanges(world, pull),
    author: viewActor(world, pull.author),
    authorAssociation: pull.authorAssociation,
    viewerDidAuthor: isViewer(pull.author),
    repository: () => viewRepository(world, pull.repository),
    ...viewLabelling(world, pull.repository, pull),
  };
}

function viewState(world: World, pull: Pull): View {
  return {
    state: pull.merged === undefined ? pull.state.toUpperCase() : 'MERGED',
    isDraft: pull.isDraft,
    closed: pull.state === 'closed',
    merged: pull.merged !== undefined,
    mergedBy: pull.merged === undefined ? null : viewActor(world, pull.merged.by),
    mergeCommit:
      pull.merged === undefined ? null : () => viewCommitById(world, pull.repository, pull.merged?.sha ?? ''),
    mergeable: 'UNKNOWN',
    locked: false,
    createdAt: renderTime(pull.createdAt),
    publishedAt: renderTime(pull.createdAt),
    updatedAt: renderTime(pull.updatedAt),
    closedAt: renderOptionalTime(pull.closedAt),
    mergedAt: renderOptionalTime(pull.merged?.at),
  };
}

function viewEnds(world: World, { head, base, repository }: Pull): View {
  const isGone = head.repository.isDeleted;
  return {
    headRefName: head.ref,
    headRefOid: head.sha,
    baseRefName: base.ref,
    baseRefOid: base.sha,
    headRepository: isGone ? null : () => viewRepository(world, head.repository),
    headRepositoryOwner: isGone ? null : viewActor(world, head.repository.owner),
    baseRepository: () => viewRepository(world, repository),
    isCrossRepository: head.repository !== repository,
    maintainerCanModify: !isGone && head.repository !== repository,
  };
}

function viewConversation(world: World, pull: Pull): View {
  return {
    comments: (...call: FieldCall) => connect(call, pull.comments, (comment) => viewIssueComment(world, comment)),
    reviews: (...call: FieldCall) => {
      const states = wordsOf(call[0], 'states');
      const author = call[0]['author'];
      const found = pull.reviews.filter(
        (review) =>
          states?.includes(review.state) !== false && (author === undefined || review.author.login === author),
      );
      return connect(call, found, (review) => viewReview(world, review), { known: ['states', 'author'] });
    },
    reviewThreads: (...call: FieldCall) => connect(call, pull.threads, (thread) => viewThread(world, thread)),
  };
}

interface ListedFile {
  readonly path: string;
  readonly status: string;
  readonly additions: number;
  readonly deletions: number;
}

/** What was only told of has no lines. */
async function listFiles(pull: Pull): Promise<readonly ListedFile[]> {
  const told = pull.toldFiles?.map((file) => ({ ...file, additions: 0, deletions: 0 }));
  return told ?? readPullFiles(pull);
}

function viewChanges(world: World, pull: Pull): View {
  const sum = async (side: 'additions' | 'deletions') =>
    (await listFiles(pull)).reduce((total, file) => total + file[side], 0);
  return {
    additions: () => sum('additions'),
    deletions: () => sum('deletions'),
    changedFiles: async () => (await listFiles(pull)).length,
    files: async (...call: FieldCall) =>
      connect(call, await listFiles(pull), ({ path, additions, deletions, status }) => ({
        path,
        additions,
        deletions,
        changeType: CHANGE[status] ?? status.toUpperCase(),
      })),
    commits: async (...call: FieldCall) => {
      const commits = await pull.repository.git.listCommits(pull.base.sha, pull.head.sha);
      return connect(call, commits, (commit) => ({
        commit: () => viewCommit(world, pull.repository, commit),
        pullRequest: () => viewPull(world, pull),
      }));
    },
  };
}
