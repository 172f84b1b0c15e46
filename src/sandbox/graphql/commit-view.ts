import type { Commit, Signature } from '../git/parse-objects.ts';
import { nodeId } from '../node-id.ts';
import type { Repository } from '../records/repository.ts';
import { renderTime } from '../render/render-time.ts';
import { repositoryPage } from '../render/addresses.ts';
import type { World } from '../world.ts';
import { type CheckFilter, readCheckFilter, viewCheckRun, viewCheckSuite } from './check-view.ts';
import { type Fields, textOf } from '../fields.ts';
import { connect, type FieldCall } from './connect.ts';
import { viewObject, viewEntryAt } from './object-view.ts';
import { viewPull } from './pull-view.ts';
import { viewRepository } from './repository-view.ts';
import { requireAccess, type View } from './view.ts';

export async function viewCommitById(world: World, repository: Repository, sha: string): Promise<View | null> {
  const commit = await repository.git.readCommit(sha);
  return commit === undefined ? null : viewCommit(world, repository, commit);
}

/** A commit with its checks. */
export function viewCommit(world: World, repository: Repository, commit: Commit): View {
  const [headline = '', ...rest] = commit.message.split('\n');
  return {
    __typename: 'Commit',
    id: nodeId('Commit', `${repository.id}:${commit.oid}`),
    oid: commit.oid,
    abbreviatedOid: commit.oid.slice(0, 7),
    message: commit.message,
    messageHeadline: headline,
    messageBody: rest.join('\n').trim(),
    author: viewSignature(commit.author),
    committer: viewSignature(commit.committer),
    authoredDate: renderTime(commit.author.date),
    committedDate: renderTime(commit.committer.date),
    url: `${repositoryPage(world, repository)}/commit/${commit.oid}`,
    signature: repository.signed.has(commit.oid) ? SIGNED : null,
    repository: () => viewRepository(world, repository),
    tree: () => viewObject(world, repository, commit.tree),
    file: (args: Fields) => viewEntryAt(world, repository, commit.tree, textOf(args, 'path') ?? ''),
    history: async (...call: FieldCall) => {
      const since = Date.parse(textOf(call[0], 'since') ?? '');
      const all = await repository.git.listHistory(commit.oid, textOf(call[0], 'path'));
      const commits = all.filter(({ committer }) => !(committer.date.getTime() < since));
      return connect(call, commits, (one) => viewCommit(world, repository, one), { known: ['path', 'since'] });
    },
    parents: async (...call: FieldCall) => {
      const parents = await Promise.all(commit.parents.map((sha) => viewCommitById(world, repository, sha)));
      return connect(call, parents, (parent) => parent);
    },
    ...viewChecks(world, repository, commit.oid),
    associatedPullRequests: (...call: FieldCall) => {
      requireAccess(call[1], repository, 'pull_requests', 'read');
      const found = repository.pulls.filter((pull) => pull.head.sha === commit.oid || pull.merged?.sha === commit.oid);
      return connect(call, found, (pull) => viewPull(world, pull), { known: ['orderBy'] });
    },
  };
}

const SIGNED: View = {
  __typename: 'GpgSignature',
  email: 'noreply@github.com',
  isValid: true,
  state: 'VALID',
  wasSignedByGitHub: true,
};

function viewSignature({ name, email, date }: Signature): View {
  return { name, email, date: renderTime(date), user: null };
}

function viewChecks(world: World, repository: Repository, sha: string): View {
  const suites = () => repository.suites.filter((suite) => suite.sha === sha);
  return {
    checkSuites: (...call: FieldCall) => {
      requireAccess(call[1], repository, 'checks', 'read');
      const filter: CheckFilter = readCheckFilter(call[0]);
      const found = suites().filter(
        (suite) =>
          (filter.appId === undefined || suite.app.id === filter.appId) &&
          (filter.checkName === undefined || suite.runs.some((run) => run.name === filter.checkName)),
      );
      return connect(call, found, (suite) => viewCheckSuite(world, suite), { known: ['filterBy'] });
    },
    statusCheckRollup: (_: unknown, context: FieldCall[1]) => {
      requireAccess(context, repository, 'checks', 'read');
      const runs = suites().flatMap((suite) => suite.runs);
      if (runs.length === 0) return null;
      const isBad = runs.some((run) => run.conclusion === 'failure');
      const isOpen = runs.some((run) => run.status !== 'completed');
      return {
        __typename: 'StatusCheckRollup',
        state: isBad ? 'FAILURE' : isOpen ? 'PENDING' : 'SUCCESS',
        contexts: (...call: FieldCall) => connect(call, runs, (run) => viewCheckRun(world, run)),
      };
    },
  };
}
