import { nodeId } from '../node-id.ts';
import type { Annotation, CheckRun, CheckSuite } from '../records/check.ts';
import type { World } from '../world.ts';
import { repositoryAddress, repositoryPage } from './addresses.ts';
import { renderApp } from './render-app.ts';
import { renderOptionalTime, renderTime } from './render-time.ts';

/** A check run as REST shows it. */
export function renderCheckRun(world: World, run: CheckRun) {
  const { suite } = run;
  const { repository } = suite;
  const api = `${repositoryAddress(world, repository)}/check-runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('CheckRun', run.id),
    head_sha: suite.sha,
    external_id: run.externalId,
    url: api,
    html_url: `${repositoryPage(world, repository)}/runs/${run.id}`,
    details_url: run.detailsUrl,
    status: run.status,
    conclusion: run.conclusion ?? null,
    started_at: renderOptionalTime(run.startedAt),
    completed_at: renderOptionalTime(run.completedAt),
    output: {
      title: run.title ?? null,
      summary: run.summary ?? null,
      text: run.text ?? null,
      annotations_count: run.annotations.length,
      annotations_url: `${api}/annotations`,
    },
    check_suite: { id: suite.id },
    app: renderApp(world, suite.app),
    pull_requests: listOwnPulls(world, suite),
  };
}

/** Pull requests from the repository's own branches: GitHub leaves out those from forks, which is nearly all of them. */
function listOwnPulls(world: World, { repository, sha }: CheckSuite) {
  return repository.pulls
    .filter((pull) => pull.state === 'open' && pull.head.sha === sha && pull.head.repository === repository)
    .map((pull) => {
      const api = repositoryAddress(world, repository);
      const repo = { id: repository.id, url: api, name: repository.name };
      return {
        id: pull.id,
        number: pull.number,
        url: `${api}/pulls/${pull.number}`,
        head: { ref: pull.head.ref, sha: pull.head.sha, repo },
        base: { ref: pull.base.ref, sha: pull.base.sha, repo },
      };
    });
}

export function renderAnnotation(world: World, run: CheckRun, annotation: Annotation) {
  return {
    path: annotation.path,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    start_column: annotation.startColumn ?? null,
    end_column: annotation.endColumn ?? null,
    annotation_level: annotation.level,
    title: annotation.title ?? null,
    message: annotation.message,
    raw_details: annotation.rawDetails ?? null,
    blob_href: `${repositoryPage(world, run.suite.repository)}/blob/${run.suite.sha}/${annotation.path}`,
  };
}

/** A check suite as webhooks show it. */
export function renderCheckSuite(world: World, suite: CheckSuite) {
  const { repository, sha, runs } = suite;
  const last = runs.at(-1);
  const pull = repository.pulls.find((one) => one.head.sha === sha && one.head.repository === repository);
  return {
    id: suite.id,
    node_id: nodeId('CheckSuite', suite.id),
    // Null for a branch of a fork.
    head_branch: pull?.head.ref ?? null,
    head_sha: sha,
    status: last?.status ?? 'queued',
    conclusion: last?.conclusion ?? null,
    url: `${repositoryAddress(world, repository)}/check-suites/${suite.id}`,
    before: null,
    after: sha,
    pull_requests: listOwnPulls(world, suite),
    app: renderApp(world, suite.app),
    created_at: renderTime(suite.createdAt),
    updated_at: renderTime(last?.completedAt ?? suite.createdAt),
    rerequestable: true,
    runs_rerequestable: true,
    latest_check_runs_count: runs.length,
    check_runs_url: `${repositoryAddress(world, repository)}/check-suites/${suite.id}/check-runs`,
  };
}
