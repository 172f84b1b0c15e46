import { nodeId } from '../node-id.ts';
import { fullName, type Repository } from '../records/repository.ts';
import type { World } from '../world.ts';
import { repositoryAddress } from './addresses.ts';
import { renderAccount } from './render-account.ts';
import { renderTime } from './render-time.ts';

/** A repository as REST shows it, alone or as the head or base of a pull request. */
export function renderRepository(world: World, repository: Repository) {
  const api = repositoryAddress(world, repository);
  const at = renderTime(repository.createdAt);
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: fullName(repository),
    private: false,
    owner: renderAccount(world, repository.owner),
    description: null,
    fork: repository.parent !== undefined,
    ...renderLinks(api),
    ...renderPlaces(world.url, repository),
    ...renderNumbers(repository),
    ...FEATURES,
    visibility: 'public',
    default_branch: repository.defaultBranch,
    created_at: at,
    updated_at: at,
    pushed_at: at,
  };
}

/** The same with what only the repository's own address tells. */
export function renderFullRepository(world: World, repository: Repository) {
  const { parent } = repository;
  return {
    ...renderRepository(world, repository),
    network_count: 0,
    subscribers_count: 0,
    ...(parent === undefined
      ? {}
      : { parent: renderRepository(world, parent), source: renderRepository(world, parent) }),
  };
}

function renderPlaces(url: string, repository: Repository) {
  const place = `${url}/${fullName(repository)}`;
  return {
    html_url: place,
    git_url: `${place.replace(/^http/, 'git')}.git`,
    ssh_url: `git@localhost:${fullName(repository)}.git`,
    clone_url: `${place}.git`,
    svn_url: place,
    mirror_url: null,
    homepage: null,
  };
}

function renderNumbers(repository: Repository) {
  const open = repository.pulls.filter((pull) => pull.state === 'open').length;
  return {
    size: 1,
    stargazers_count: 0,
    watchers_count: 0,
    forks_count: 0,
    open_issues_count: open,
    forks: 0,
    open_issues: open,
    watchers: 0,
  };
}

const FEATURES = {
  language: null,
  license: null,
  topics: [],
  has_issues: true,
  has_projects: true,
  has_downloads: true,
  has_wiki: true,
  has_pages: false,
  has_discussions: false,
  archived: false,
  disabled: false,
  allow_forking: true,
  is_template: false,
  web_commit_signoff_required: false,
};

function renderLinks(api: string) {
  return {
    url: api,
    archive_url: `${api}/{archive_format}{/ref}`,
    assignees_url: `${api}/assignees{/user}`,
    blobs_url: `${api}/git/blobs{/sha}`,
    branches_url: `${api}/branches{/branch}`,
    collaborators_url: `${api}/collaborators{/collaborator}`,
    comments_url: `${api}/comments{/number}`,
    commits_url: `${api}/commits{/sha}`,
    compare_url: `${api}/compare/{base}...{head}`,
    contents_url: `${api}/contents/{+path}`,
    contributors_url: `${api}/contributors`,
    deployments_url: `${api}/deployments`,
    downloads_url: `${api}/downloads`,
    events_url: `${api}/events`,
    forks_url: `${api}/forks`,
    git_commits_url: `${api}/git/commits{/sha}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    git_tags_url: `${api}/git/tags{/sha}`,
    hooks_url: `${api}/hooks`,
    issue_comment_url: `${api}/issues/comments{/number}`,
    issue_events_url: `${api}/issues/events{/number}`,
    issues_url: `${api}/issues{/number}`,
    keys_url: `${api}/keys{/key_id}`,
    labels_url: `${api}/labels{/name}`,
    languages_url: `${api}/languages`,
    merges_url: `${api}/merges`,
    milestones_url: `${api}/milestones{/number}`,
    notifications_url: `${api}/notifications{?since,all,participating}`,
    pulls_url: `${api}/pulls{/number}`,
    releases_url: `${api}/releases{/id}`,
    stargazers_url: `${api}/stargazers`,
    statuses_url: `${api}/statuses/{sha}`,
    subscribers_url: `${api}/subscribers`,
    subscription_url: `${api}/subscription`,
    tags_url: `${api}/tags`,
    teams_url: `${api}/teams`,
    trees_url: `${api}/git/trees{/sha}`,
  };
}
