import { readPullFiles } from '../actions/place-comment.ts';
import type { Pull } from '../records/pull.ts';
import { notFound } from '../refusal.ts';
import { renderCommit, renderDiffFile } from '../render/render-git.ts';
import { renderPull, renderPullSimple } from '../render/render-pull.ts';
import { paginate } from './paginate.ts';
import { inRepository, ok, onPull, type PullCall, type RepositoryCall, type Reply, type Route } from './route.ts';

/** GitHub lists no more files of a pull request. */
const MAX_FILES = 3000;

export const pullRoutes: readonly Route[] = [
  inRepository('GET /repos/{owner}/{repo}/pulls', [['pull_requests', 'read']], listPulls),
  onPull('GET /repos/{owner}/{repo}/pulls/{pull_number}', [['pull_requests', 'read']], async ({ world, pull }) =>
    ok(await renderPull(world, pull)),
  ),
  onPull('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', [['pull_requests', 'read']], listFiles),
  onPull('GET /repos/{owner}/{repo}/pulls/{pull_number}/commits', [['pull_requests', 'read']], listCommits),
  inRepository('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', [['pull_requests', 'read']], listPullsOfCommit),
];

function listPulls(call: RepositoryCall): Promise<Reply> {
  const { searchParams } = call.url;
  const state = searchParams.get('state') ?? 'open';
  const head = searchParams.get('head');
  const base = searchParams.get('base');
  const found = call.repository.pulls.filter(
    (pull) =>
      (state === 'all' || pull.state === state) &&
      (base === null || pull.base.ref === base) &&
      (head === null || labelOf(pull) === head.toLowerCase()),
  );
  const isAscending = searchParams.get('direction') === 'asc';
  return paginate(call, isAscending ? found : found.toReversed(), (pull) => renderPullSimple(call.world, pull));
}

function labelOf({ head }: Pull): string {
  return `${head.repository.owner.login}:${head.ref}`.toLowerCase();
}

async function listFiles(call: PullCall): Promise<Reply> {
  const files = await readPullFiles(call.pull);
  return paginate(call, files.slice(0, MAX_FILES), (file) =>
    renderDiffFile(call.world, call.repository, call.pull.head.sha, file),
  );
}

async function listCommits(call: PullCall): Promise<Reply> {
  const { base, head } = call.pull;
  const commits = await call.repository.git.listCommits(base.sha, head.sha);
  return paginate(call, commits, (commit) => renderCommit(call.world, call.repository, commit));
}

/** Pull requests that brought the commit; for one not on the default branch, the open ones that have it. */
async function listPullsOfCommit(call: RepositoryCall): Promise<Reply> {
  const sha = await call.repository.git.resolveCommit(call.params['commit_sha'] ?? '');
  if (sha === undefined) throw notFound();
  const found: Pull[] = [];
  for (const pull of call.repository.pulls) {
    const commits = await call.repository.git.listCommits(pull.base.sha, pull.head.sha);
    if (commits.some((commit) => commit.oid === sha)) found.push(pull);
  }
  return paginate(call, found, (pull) => renderPullSimple(call.world, pull));
}
