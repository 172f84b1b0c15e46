import type { App } from '../records/app.ts';
import type { Annotation, CheckAction, CheckRun, CheckStatus, CheckSuite } from '../records/check.ts';
import type { Repository } from '../records/repository.ts';
import { renderCheckRun } from '../render/render-check.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** What a request wants a check run to be; undefined leaves a thing as it is. */
export interface CheckOrder {
  readonly name: string | undefined;
  readonly status: CheckStatus | undefined;
  readonly conclusion: string | undefined;
  readonly externalId: string | undefined;
  readonly detailsUrl: string | undefined;
  readonly startedAt: Date | undefined;
  readonly completedAt: Date | undefined;
  readonly output: CheckOutput | undefined;
  readonly actions: readonly CheckAction[] | undefined;
}

export interface CheckOutput {
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly text: string | undefined;
  readonly annotations: readonly Annotation[];
}

/** Starts a check run on a commit of the repository. */
export async function addCheckRun(
  world: World,
  repository: Repository,
  app: App,
  order: CheckOrder & { readonly name: string; readonly sha: string },
): Promise<CheckRun> {
  const sha = await repository.git.resolveCommit(order.sha);
  if (sha !== order.sha) throw new Refusal(422, `No commit found for SHA: ${order.sha}`);
  const run: CheckRun = {
    id: world.nextId(),
    suite: suiteFor(world, repository, app, sha),
    name: order.name,
    status: 'queued',
    conclusion: undefined,
    externalId: '',
    detailsUrl: '',
    startedAt: world.now(),
    completedAt: undefined,
    title: undefined,
    summary: undefined,
    text: undefined,
    actions: [],
    annotations: [],
  };
  run.suite.runs.push(run);
  apply(world, run, order);
  tell(world, run, 'created');
  if (run.status === 'completed') tell(world, run, 'completed');
  return run;
}

/** Changes a check run; annotations are added to those it has. */
export function changeCheckRun(world: World, run: CheckRun, order: CheckOrder): void {
  const wasCompleted = run.status === 'completed';
  apply(world, run, order);
  if (run.status === 'completed' && !wasCompleted) tell(world, run, 'completed');
}

/** Check runs of a commit, oldest first; `latest` keeps only the newest of each app and name. */
export function listCheckRuns(repository: Repository, sha: string, latest: boolean): readonly CheckRun[] {
  const runs = repository.suites.filter((suite) => suite.sha === sha).flatMap((suite) => suite.runs);
  return latest ? keepLatest(runs) : runs;
}

export function keepLatest(runs: readonly CheckRun[]): readonly CheckRun[] {
  return runs.filter((run, index) => !runs.slice(index + 1).some((later) => isSame(run, later)));
}

function isSame(one: CheckRun, other: CheckRun): boolean {
  return one.name === other.name && one.suite === other.suite;
}

function suiteFor(world: World, repository: Repository, app: App, sha: string): CheckSuite {
  const known = repository.suites.find((suite) => suite.sha === sha && suite.app === app);
  if (known !== undefined) return known;
  const suite: CheckSuite = { id: world.nextId(), repository, app, sha, createdAt: world.now(), runs: [] };
  repository.suites.push(suite);
  return suite;
}

function apply(world: World, run: CheckRun, order: CheckOrder) {
  run.name = order.name ?? run.name;
  run.status = order.status ?? run.status;
  if (order.conclusion !== undefined) {
    run.status = 'completed';
    run.conclusion = order.conclusion;
  } else if (order.status !== undefined && order.status !== 'completed') {
    run.conclusion = undefined;
  }
  run.externalId = order.externalId ?? run.externalId;
  run.detailsUrl = order.detailsUrl ?? run.detailsUrl;
  run.startedAt = order.startedAt ?? run.startedAt;
  run.completedAt = run.status === 'completed' ? (order.completedAt ?? run.completedAt ?? world.now()) : undefined;
  run.actions = order.actions ?? run.actions;
  if (order.output === undefined) return;
  run.title = order.output.title ?? run.title;
  run.summary = order.output.summary ?? run.summary;
  run.text = order.output.text ?? run.text;
  run.annotations.push(...order.output.annotations);
}

function tell(world: World, run: CheckRun, action: string) {
  const { app, repository } = run.suite;
  world.send('check_run', repository, app.bot, { action, check_run: renderCheckRun(world, run) });
}
