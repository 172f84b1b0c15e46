import { keepLatest } from '../actions/checks.ts';
import { type Fields, fieldsOf, numberOf, textOf } from '../fields.ts';
import { nodeId } from '../node-id.ts';
import type { Annotation, CheckRun, CheckSuite } from '../records/check.ts';
import { renderOptionalTime, renderTime } from '../render/render-time.ts';
import { repositoryPage } from '../render/addresses.ts';
import type { World } from '../world.ts';
import { viewActor } from './actor-view.ts';
import { viewCommitById } from './commit-view.ts';
import { connect, type FieldCall } from './connect.ts';
import { viewRepository } from './repository-view.ts';
import type { View } from './view.ts';

export interface CheckFilter {
  readonly appId: number | undefined;
  readonly checkName: string | undefined;
  readonly isAll: boolean;
}

/** What `filterBy` keeps. */
export function readCheckFilter(args: Fields): CheckFilter {
  const filter = fieldsOf(args, 'filterBy') ?? {};
  return {
    appId: numberOf(filter, 'appId'),
    checkName: textOf(filter, 'checkName'),
    isAll: textOf(filter, 'checkType') === 'ALL',
  };
}

/** An app's checks of one commit. */
export function viewCheckSuite(world: World, suite: CheckSuite): View {
  const last = suite.runs.at(-1);
  return {
    __typename: 'CheckSuite',
    id: nodeId('CheckSuite', suite.id),
    databaseId: suite.id,
    app: { id: nodeId('App', suite.app.id), databaseId: suite.app.id, slug: suite.app.slug, name: suite.app.name },
    creator: viewActor(world, suite.app.bot),
    status: last?.status.toUpperCase() ?? 'QUEUED',
    conclusion: last?.conclusion?.toUpperCase() ?? null,
    createdAt: renderTime(suite.createdAt),
    updatedAt: renderTime(last?.completedAt ?? suite.createdAt),
    repository: () => viewRepository(world, suite.repository),
    commit: () => viewCommitById(world, suite.repository, suite.sha),
    checkRuns: (...call: FieldCall) => {
      const { appId, checkName, isAll } = readCheckFilter(call[0]);
      const runs = (isAll ? suite.runs : keepLatest(suite.runs)).filter(
        (run) => (checkName === undefined || run.name === checkName) && (appId === undefined || suite.app.id === appId),
      );
      return connect(call, runs, (run) => viewCheckRun(world, run), { known: ['filterBy'] });
    },
  };
}

export function viewCheckRun(world: World, run: CheckRun): View {
  const { suite } = run;
  const page = `${repositoryPage(world, suite.repository)}/runs/${run.id}`;
  return {
    __typename: 'CheckRun',
    id: nodeId('CheckRun', run.id),
    databaseId: run.id,
    name: run.name,
    status: run.status.toUpperCase(),
    conclusion: run.conclusion?.toUpperCase() ?? null,
    externalId: run.externalId,
    title: run.title ?? null,
    summary: run.summary ?? null,
    text: run.text ?? null,
    detailsUrl: run.detailsUrl === '' ? page : run.detailsUrl,
    url: page,
    permalink: page,
    startedAt: renderOptionalTime(run.startedAt),
    completedAt: renderOptionalTime(run.completedAt),
    checkSuite: () => viewCheckSuite(world, suite),
    repository: () => viewRepository(world, suite.repository),
    annotations: (...call: FieldCall) => connect(call, run.annotations, viewAnnotation),
  };
}

function viewAnnotation(annotation: Annotation): View {
  return {
    __typename: 'CheckAnnotation',
    path: annotation.path,
    annotationLevel: annotation.level.toUpperCase(),
    message: annotation.message,
    title: annotation.title ?? null,
    rawDetails: annotation.rawDetails ?? null,
    location: {
      start: { line: annotation.startLine, column: annotation.startColumn ?? null },
      end: { line: annotation.endLine, column: annotation.endColumn ?? null },
    },
  };
}
