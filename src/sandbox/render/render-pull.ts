import { readPullFiles } from '../actions/place-comment.ts';
import { nodeId } from '../node-id.ts';
import type { Pull } from '../records/pull.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../world.ts';
import { pullAddress, pullPage, repositoryAddress } from './addresses.ts';
import { renderAccount } from './render-account.ts';
import { renderRepository } from './render-repository.ts';
import { renderOptionalTime, renderTime } from './render-time.ts';

/** A pull request as lists show it. */
export function renderPullSimple(world: World, pull: Pull) {
  const { repository } = pull;
  return {
    ...renderPullLinks(world, pull),
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: renderAccount(world, pull.author),
    body: pull.body === '' ? null : pull.body,
    created_at: renderTime(pull.createdAt),
    updated_at: renderTime(pull.updatedAt),
    closed_at: renderOptionalTime(pull.closedAt),
    merged_at: renderOptionalTime(pull.merged?.at),
    merge_commit_sha: pull.merged?.sha ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: [],
    milestone: null,
    draft: pull.isDraft,
    head: renderEnd(world, pull.head.repository, pull.head),
    base: renderEnd(world, repository, pull.base),
    author_association: pull.authorAssociation,
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** A pull request as its own address and webhooks show it. */
export async function renderPull(world: World, pull: Pull) {
  const [files, commits] = await Promise.all([
    readPullFiles(pull),
    pull.repository.git.listCommits(pull.base.sha, pull.head.sha),
  ]);
  return {
    ...renderPullSimple(world, pull),
    merged: pull.merged !== undefined,
    // GitHub computes these later, too.
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: pull.merged === undefined ? null : renderAccount(world, pull.merged.by),
    comments: pull.comments.length,
    review_comments: pull.threads.reduce((sum, thread) => sum + thread.comments.length, 0),
    maintainer_can_modify: pull.head.repository !== pull.repository,
    commits: commits.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

function renderPullLinks(world: World, pull: Pull) {
  const api = pullAddress(world, pull);
  const repository = repositoryAddress(world, pull.repository);
  const issue = `${repository}/issues/${pull.number}`;
  const statuses = `${repository}/statuses/${pull.head.sha}`;
  const comment = `${repository}/pulls/comments{/number}`;
  const page = pullPage(world, pull);
  return {
    url: api,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: comment,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    _links: {
      self: { href: api },
      html: { href: page },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${api}/comments` },
      review_comment: { href: comment },
      commits: { href: `${api}/commits` },
      statuses: { href: statuses },
    },
  };
}

function renderEnd(world: World, repository: Repository, { ref, sha }: { ref: string; sha: string }) {
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: renderAccount(world, repository.owner),
    repo: repository.isDeleted ? null : renderRepository(world, repository),
  };
}
