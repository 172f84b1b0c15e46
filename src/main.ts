import './adapters/need-node.ts';
import { randomUUID } from 'node:crypto';
import { systemClock } from './adapters/clock.ts';
import { createSectionTrainer } from './adapters/classifier/create-section-trainer.ts';
import { checkCredentials } from './adapters/github/check-credentials.ts';
import { createGitHub } from './adapters/github/create-github.ts';
import { createSurvey } from './adapters/github/create-survey.ts';
import { createInstallationClients } from './adapters/github/installation-clients.ts';
import { createProposals } from './adapters/github/proposals/create-proposals.ts';
import { createPastIssues } from './adapters/github/sections/create-past-issues.ts';
import { createSectionFacts } from './adapters/github/sections/create-section-facts.ts';
import { startServer } from './adapters/http/start-server.ts';
import { createPino, toLog } from './adapters/log.ts';
import { createMetrics } from './adapters/metrics.ts';
import { createParser } from './adapters/parser/create-parser.ts';
import { createWeekTrainer } from './adapters/past/create-week-trainer.ts';
import { openState } from './adapters/queue/open-state.ts';
import { readTextFile } from './adapters/read-text-file.ts';
import { cronTimes } from './adapters/schedule/cron-times.ts';
import { createPages } from './adapters/web/create-pages.ts';
import { createApp, isUsedEvent } from './app.ts';
import { listSecrets, readEnvironment, renderEnvironmentProblems } from './config/environment.ts';
import { createSectionSources } from './handlers/fill/create-section-sources.ts';
import { mergeJobs } from './handlers/merge-jobs.ts';
import { knowPastWeeks } from './handlers/past/know-past-weeks.ts';
import { createPastTools } from './handlers/past/past-tools.ts';
import { planReconciliation } from './handlers/reconcile.ts';
import { type JobDeps, runJob } from './handlers/run-job.ts';
import type { RepositoryRef } from './ports.ts';
import { Latest } from './shared/latest.ts';

const reading = readEnvironment(process.env, readTextFile);
if (!reading.ok) {
  process.stderr.write(`${renderEnvironmentProblems(reading.problems)}\n`);
  process.exit(2);
}
const { environment } = reading;
/** Before the server listens there is nothing to finish. In a container this is process 1, which a signal ends only where it is heeded. */
let stop: (signal: string) => void = () => process.exit(0);
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, (signal) => stop(signal));
const { markerKey, rulePages, databaseUrl } = environment;

const logger = createPino({ level: environment.logLevel, secrets: listSecrets(environment) });
const log = toLog(logger);
const clock = systemClock;
/** A few hundred bytes each. */
const KNOWN_PULLS = 1000;
/** Some 30 megabytes each, for fifteen years of a weekly newsletter. */
const KNOWN_ARCHIVES = 4;
/** A line for each newsletter. */
const KNOWN_FILLS = 500;
const metrics = createMetrics();
const { lanes, pageStore, pastWeeks, wordStore } = await openState({
  ...{ databaseUrl, clock, log, concurrency: 4, merge: mergeJobs },
  run: metrics.watchJobs((job, turn) => runJob(deps, job, turn)),
}).catch(refuseToStart);
const parser = createParser({ deadlineMilliseconds: 10_000 });
const trainer = createSectionTrainer({ deadlineMilliseconds: 60_000 });
const weekTrainer = createWeekTrainer({ deadlineMilliseconds: 60_000 });
const pages = createPages({ clock, proxyUrl: environment.pagesProxy, store: pageStore });
const { appId, privateKey, apiUrl } = environment;
const auth = { kind: 'app', appId, privateKey } as const;
const connection = { auth, appId, apiUrl, clock, userAgent: 'copydesk', fetch: metrics.watchFetch(globalThis.fetch) };

const clientOf = createInstallationClients(connection);
const queryOf = (repository: RepositoryRef) => clientOf(repository).query;
const past = createPastTools({
  issues: createPastIssues(queryOf),
  reader: createSectionFacts(queryOf),
  store: pastWeeks,
  trainer: weekTrainer,
});
const github = createGitHub(connection, clientOf, wordStore);
const deps: JobDeps = {
  github,
  issues: github,
  parser,
  pages,
  lanes,
  clock,
  log,
  trainer,
  survey: createSurvey(connection, clientOf),
  fill: {
    ...{ proposals: createProposals(connection, clientOf), times: cronTimes, served: new Latest(KNOWN_FILLS) },
    sources: createSectionSources(createSectionFacts(queryOf), (request) => knowPastWeeks(past, log, request)),
    past,
  },
  knownPulls: new Latest(KNOWN_PULLS),
  archives: new Latest(KNOWN_ARCHIVES),
  quietStamps: new Latest(KNOWN_PULLS),
  foundBefore: new Latest(KNOWN_PULLS),
  markerKey,
  rulePages,
};
const app = createApp(deps);
const server = await startServer({ ...environment, app, isUsedEvent, lanes, metrics, logger }).catch(refuseToStart);
await lanes.begin().catch(refuseToStart);

function refuseToStart(error: unknown): never {
  process.stderr.write(`Copydesk cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}

async function finish(signal: string): Promise<void> {
  log.info({ signal }, 'Shutting down');
  await server.stop();
  await parser.close();
  await trainer.close();
  await weekTrainer.close();
  await pages.close();
  process.exit(0);
}

stop = (signal) => void finish(signal);
log.info({ url: server.url, api: environment.apiUrl }, 'Waiting for webhooks');

// Asked last: a GitHub that is slow or away must not keep the process from saying that it is alive.
const credentials = await checkCredentials(connection);
if (credentials.kind === 'refused') {
  process.stderr.write('Copydesk cannot start: GitHub does not accept APP_ID and the private key together.\n');
  process.exit(2);
}
if (credentials.kind === 'unknown') log.warn(credentials, 'GitHub could not be asked who we are');
lanes.repeat(environment.reconcileSeconds, () => planReconciliation('schedule', randomUUID()));
