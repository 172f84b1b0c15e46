import type { Commit } from '../git/parse-objects.ts';
import type { DiffFile } from '../git/read-diff.ts';
import { nodeId } from '../node-id.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../world.ts';
import { repositoryAddress, repositoryPage } from './addresses.ts';
import { renderTime } from './render-time.ts';

/** One changed file of a pull request or comparison. */
export function renderDiffFile(world: World, repository: Repository, sha: string, file: DiffFile) {
  const path = encodeURI(file.path);
  return {
    sha: file.blob,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${repositoryPage(world, repository)}/blob/${sha}/${path}`,
    raw_url: `${repositoryPage(world, repository)}/raw/${sha}/${path}`,
    contents_url: `${repositoryAddress(world, repository)}/contents/${path}?ref=${sha}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  };
}

/** A commit as REST shows it in lists and comparisons. */
export function renderCommit(world: World, repository: Repository, commit: Commit) {
  const api = repositoryAddress(world, repository);
  const page = `${repositoryPage(world, repository)}/commit`;
  const signed = ({ name, email, date }: Commit['author']) => ({ name, email, date: renderTime(date) });
  return {
    sha: commit.oid,
    node_id: nodeId('Commit', `${repository.id}:${commit.oid}`),
    commit: {
      author: signed(commit.author),
      committer: signed(commit.committer),
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${commit.oid}`,
      comment_count: 0,
      verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
    },
    url: `${api}/commits/${commit.oid}`,
    html_url: `${page}/${commit.oid}`,
    comments_url: `${api}/commits/${commit.oid}/comments`,
    author: null,
    committer: null,
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}`, html_url: `${page}/${sha}` })),
  };
}
