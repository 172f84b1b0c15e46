import { ROLES, roleOf } from '../records/repository.ts';
import { notFound, Refusal } from '../refusal.ts';
import { repositoryAddress, repositoryPage } from '../render/addresses.ts';
import { renderAccount } from '../render/render-account.ts';
import { renderCommit, renderDiffFile } from '../render/render-git.ts';
import { renderFullRepository } from '../render/render-repository.ts';
import { readNumber } from './paginate.ts';
import { inRepository, ok, type RepositoryCall, type Reply, type Route } from './route.ts';

/** A comparison shows no more. */
const MAX_FILES = 300;
const MAX_COMMITS = 250;

export const repositoryRoutes: readonly Route[] = [
  inRepository('GET /repos/{owner}/{repo}', [['metadata', 'read']], ({ world, repository }) =>
    ok(renderFullRepository(world, repository)),
  ),
  inRepository('GET /repos/{owner}/{repo}/collaborators/{username}/permission', [['metadata', 'read']], showPermission),
  inRepository('GET /repos/{owner}/{repo}/compare/{basehead}', [['contents', 'read']], compare),
];

function showPermission({ world, repository, params }: RepositoryCall): Reply {
  const account = world.accounts.get((params['username'] ?? '').toLowerCase());
  if (account === undefined) throw new Refusal(404, `${params['username'] ?? ''} is not a user`);
  const role = roleOf(repository, account);
  // The older word knows fewer steps.
  const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
  const rank = ROLES.indexOf(role);
  const permissions = { pull: true, triage: rank >= 1, push: rank >= 2, maintain: rank >= 3, admin: rank >= 4 };
  const user = { ...renderAccount(world, account), permissions, role_name: role };
  return ok({ permission, role_name: role, user });
}

async function compare({ world, repository, params, url }: RepositoryCall): Promise<Reply> {
  const { git } = repository;
  const [one = '', other = ''] = (params['basehead'] ?? '').split('...');
  // `owner:branch` names a branch of a fork, which is not found here.
  if (one.includes(':') || other.includes(':')) throw notFound();
  const [base, head] = await Promise.all([git.resolveCommit(one), git.resolveCommit(other)]);
  if (base === undefined || head === undefined) throw notFound();
  const mergeBase = await git.findMergeBase(base, head);
  if (mergeBase === undefined) throw new Refusal(404, `No common ancestor between ${one} and ${other}.`);
  const [ahead, behind, files] = await Promise.all([
    git.listCommits(base, head),
    git.listCommits(head, base),
    git.diff(mergeBase, head),
  ]);
  const [from, ancestor] = await Promise.all([git.readCommit(base), git.readCommit(mergeBase)]);
  if (from === undefined || ancestor === undefined) throw notFound();
  const comparison = `compare/${one}...${other}`;
  const page = `${repositoryPage(world, repository)}/${comparison}`;
  return ok({
    url: `${repositoryAddress(world, repository)}/${comparison}`,
    html_url: page,
    permalink_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    base_commit: renderCommit(world, repository, from),
    merge_base_commit: renderCommit(world, repository, ancestor),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: ahead.slice(-MAX_COMMITS).map((commit) => renderCommit(world, repository, commit)),
    // Only the first page has them, however many commits are on the others.
    files: files
      .slice(0, readNumber(url, 'page', 1) === 1 ? MAX_FILES : 0)
      .map((file) => renderDiffFile(world, repository, head, file)),
  });
}

function statusOf(ahead: number, behind: number): string {
  if (ahead === 0) return behind === 0 ? 'identical' : 'behind';
  return behind === 0 ? 'ahead' : 'diverged';
}
