import type { Pull } from '../records/pull.ts';
import type { World } from '../world.ts';
import { pullPage } from './addresses.ts';
import { renderPullSimple } from './render-pull.ts';

/** A pull request as the issue that it also is. */
export function renderIssue(world: World, pull: Pull) {
  const { id, node_id, number, title, user, state, body, issue_url, created_at, updated_at, closed_at, ...rest } =
    renderPullSimple(world, pull);
  const page = pullPage(world, pull);
  return {
    id,
    node_id,
    number,
    title,
    user,
    state,
    body,
    url: issue_url,
    html_url: page,
    comments_url: `${issue_url}/comments`,
    comments: pull.comments.length,
    labels: [],
    assignees: [],
    milestone: null,
    locked: false,
    draft: rest.draft,
    author_association: rest.author_association,
    created_at,
    updated_at,
    closed_at,
    pull_request: { url: rest.url, html_url: page, diff_url: rest.diff_url, patch_url: rest.patch_url },
  };
}
