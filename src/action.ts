// The same handlers as a step of a GitHub workflow: one event, or one look at the repository, and the process ends.
import './adapters/need-node.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { systemClock } from './adapters/clock.ts';
import { createSectionTrainer } from './adapters/classifier/create-section-trainer.ts';
import { createGitHub } from './adapters/github/create-github.ts';
import { createSurvey } from './adapters/github/create-survey.ts';
import type { ClientOptions } from './adapters/github/installation-client.ts';
import { createInstallationClients } from './adapters/github/installation-clients.ts';
import { createProposals } from './adapters/github/proposals/create-proposals.ts';
import { createSectionFacts } from './adapters/github/sections/create-section-facts.ts';
import { createPino, toLog } from './adapters/log.ts';
import { createParser } from './adapters/parser/create-parser.ts';
import { MemoryLanes } from './adapters/queue/lanes.ts';
import { readTextFile } from './adapters/read-text-file.ts';
import { cronTimes } from './adapters/schedule/cron-times.ts';
import { createPages } from './adapters/web/create-pages.ts';
import { planWork } from './app.ts';
import { readActionEnvironment } from './config/action-environment.ts';
import { createSectionSources } from './handlers/fill/create-section-sources.ts';
import { mergeJobs } from './handlers/merge-jobs.ts';
import { planLook } from './handlers/reconcile.ts';
import { type JobDeps, runJob } from './handlers/run-job.ts';
import { Latest } from './shared/latest.ts';
import { parseJson } from './shared/parse-json.ts';

/** A workflow has one repository, so one installation, whatever its number. */
const installationId = 1;

const reading = readActionEnvironment(process.env);
if (!reading.ok) refuse(reading.problems.join('; '));
const { mayPublish, token, appId, event, eventPath, owner, repository, runId, apiUrl } = reading.environment;
const { markerKey, markerSecret = '' } = reading.environment;
const { data: payload } = z.looseObject({}).safeParse(parseJson(readTextFile(eventPath) ?? ''));
if (payload === undefined) refuse(`the event in GITHUB_EVENT_PATH cannot be read (${eventPath})`);
const logger = createPino({ level: 'info', secrets: [token, markerKey, markerSecret] });
const log = toLog(logger);
if (markerSecret === '')
  log.warn({}, 'Without marker-secret anybody can sign what other workflows may be made to write here');
// Unlike the server's, this clock keeps the process alive while a job waits.
const clock = { ...systemClock, sleep: (milliseconds: number) => wait(milliseconds) };
const level = mayPublish ? 'write' : 'read';
/** What the workflow has to grant; docs/action.md says how. */
const permissions = { contents: level, issues: level, pull_requests: 'write', checks: 'write' };
const failed: string[] = [];
const lanes = new MemoryLanes({
  ...{ concurrency: 2, clock, log, merge: mergeJobs },
  run: async (job, turn) => {
    const end = await runJob(deps, job, turn);
    if (end.kind === 'failed') failed.push(end.reason);
    return end;
  },
});
const parser = createParser({ deadlineMilliseconds: 10_000 });
const connection: ClientOptions = {
  ...{ appId, apiUrl, clock, userAgent: 'copydesk', fetch: globalThis.fetch },
  auth: { kind: 'token', token, permissions },
};
const clientOf = createInstallationClients(connection);
const github = createGitHub(connection, clientOf);
const pages = createPages({ clock, proxyUrl: undefined });
const trainer = createSectionTrainer({ deadlineMilliseconds: 60_000 });
const deps: JobDeps = {
  ...{ github, issues: github, survey: createSurvey(connection, clientOf), parser, trainer, pages, lanes, clock, log },
  fill: {
    ...{ proposals: createProposals(connection, clientOf), times: cronTimes, served: new Latest(1) },
    sources: createSectionSources(
      createSectionFacts((one) => clientOf(one).query),
      () => Promise.resolve({ lesson: undefined, wanted: 0 }),
    ),
  },
  ...{
    knownPulls: new Latest(100),
    archives: new Latest(1),
    quietStamps: new Latest(100),
    foundBefore: new Latest(1000),
  },
  ...{ markerKey, rulePages: undefined },
};

const isLook = event === 'schedule' || event === 'workflow_dispatch';
const work = isLook
  ? [planLook({ installationId, owner, repository }, { delivery: runId, event })]
  : planWork(event, { ...payload, installation: { id: installationId } }, runId);
if (work.length === 0) log.info({ event }, 'Nothing to do for this event');
await lanes.enqueue(work);
await lanes.whenIdle();
await Promise.all([parser.close(), trainer.close(), pages.close()]);
for (const reason of failed) process.stdout.write(`${renderFailure(reason)}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** An annotation of the run, since the lines above it are for programs. */
function renderFailure(reason: string): string {
  const remedy = reason.startsWith('not-permitted')
    ? 'give the workflow the permissions of docs/action.md, and start it by pull_request_target, for a fork’s pull_request may only read'
    : 'the log above has more, and the next scheduled run tries again';
  return `::error title=Copydesk::GitHub did not let the work be done (${reason.replaceAll(/\s+/g, ' ').replaceAll('%', '%25')}): ${remedy}`;
}

function refuse(reason: string): never {
  process.stderr.write(`Copydesk cannot run here: ${reason}\n`);
  process.exit(2);
}
