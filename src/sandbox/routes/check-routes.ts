import { addCheckRun, changeCheckRun, listCheckRuns } from '../actions/checks.ts';
import { needText } from '../fields.ts';
import type { Actor, App } from '../records/app.ts';
import type { CheckRun } from '../records/check.ts';
import { notFound, Refusal } from '../refusal.ts';
import { renderAnnotation, renderCheckRun } from '../render/render-check.ts';
import { paginate } from './paginate.ts';
import { readCheckOrder } from './read-check.ts';
import { inRepository, ok, type RepositoryCall, type Reply, type Route } from './route.ts';

const ONE = '/repos/{owner}/{repo}/check-runs/{check_run_id}';

export const checkRoutes: readonly Route[] = [
  inRepository('POST /repos/{owner}/{repo}/check-runs', [['checks', 'write']], createRun),
  inRepository(`GET ${ONE}`, [['checks', 'read']], (call) => ok(renderCheckRun(call.world, findRun(call)))),
  inRepository(`PATCH ${ONE}`, [['checks', 'write']], (call) => {
    const run = findRun(call);
    if (run.suite.app !== needBot(call.actor)) {
      throw new Refusal(
        403,
        'Invalid app_id `' +
          String(run.suite.app.id) +
          '` - check run can only be modified by the GitHub App that created it.',
      );
    }
    changeCheckRun(call.world, run, readCheckOrder(call.body));
    return ok(renderCheckRun(call.world, run));
  }),
  inRepository(`GET ${ONE}/annotations`, [['checks', 'read']], (call) => {
    const run = findRun(call);
    return paginate(call, run.annotations, (annotation) => renderAnnotation(call.world, run, annotation));
  }),
  inRepository('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', [['checks', 'read']], listRuns),
];

async function createRun({ world, repository, actor, body }: RepositoryCall): Promise<Reply> {
  const app = needBot(actor);
  const run = await addCheckRun(world, repository, app, {
    ...readCheckOrder(body),
    name: needText(body, 'name'),
    sha: needText(body, 'head_sha'),
  });
  return { status: 201, body: renderCheckRun(world, run) };
}

async function listRuns(call: RepositoryCall): Promise<Reply> {
  const { repository, url, params, world } = call;
  const sha = await repository.git.resolveCommit(params['ref'] ?? '');
  if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${params['ref'] ?? ''}`);
  const name = url.searchParams.get('check_name');
  const app = url.searchParams.get('app_id');
  const runs = listCheckRuns(repository, sha, url.searchParams.get('filter') !== 'all').filter(
    (run) => (name === null || run.name === name) && (app === null || String(run.suite.app.id) === app),
  );
  return paginate(
    call,
    runs.toReversed(),
    (run) => renderCheckRun(world, run),
    (check_runs, total_count) => ({ total_count, check_runs }),
  );
}

function findRun({ repository, params }: RepositoryCall): CheckRun {
  const runs = repository.suites.flatMap((suite) => suite.runs);
  const found = runs.find((run) => String(run.id) === params['check_run_id']);
  if (found === undefined) throw notFound();
  return found;
}

/** People cannot make check runs. */
function needBot(actor: Actor): App {
  if (actor.kind !== 'installation') throw new Refusal(403, 'You must authenticate via a GitHub App.');
  return actor.installation.app;
}
