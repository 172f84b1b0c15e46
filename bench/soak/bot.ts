// The server as src/main.ts composes it, but by a fast clock and with less patience: a process of its own, so that it can
// be killed. Its settings come as one line of JSON in SOAK_BOT.
import { randomUUID } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { z } from 'zod';
import { createSectionTrainer } from '../../src/adapters/classifier/create-section-trainer.ts';
import { createInstallationClients } from '../../src/adapters/github/installation-clients.ts';
import { createGitHub } from '../../src/adapters/github/create-github.ts';
import { createProposals } from '../../src/adapters/github/proposals/create-proposals.ts';
import { createSectionFacts } from '../../src/adapters/github/sections/create-section-facts.ts';
import { createSurvey } from '../../src/adapters/github/create-survey.ts';
import { startServer } from '../../src/adapters/http/start-server.ts';
import { createPino, toLog } from '../../src/adapters/log.ts';
import { createMetrics } from '../../src/adapters/metrics.ts';
import { createParser } from '../../src/adapters/parser/create-parser.ts';
import { openState } from '../../src/adapters/queue/open-state.ts';
import { cronTimes } from '../../src/adapters/schedule/cron-times.ts';
import { createApp, isUsedEvent } from '../../src/app.ts';
import { createSectionSources } from '../../src/handlers/fill/create-section-sources.ts';
import { mergeJobs } from '../../src/handlers/merge-jobs.ts';
import { planReconciliation } from '../../src/handlers/reconcile.ts';
import { type JobDeps, runJob } from '../../src/handlers/run-job.ts';
import type { JobEnd } from '../../src/ports.ts';
import { Latest } from '../../src/shared/latest.ts';
import { createFastClock } from './fast-clock.ts';

const settings = z
  .object({
    port: z.number(),
    apiUrl: z.string(),
    privateKey: z.string(),
    webhookSecret: z.string(),
    databaseUrl: z.string().optional(),
    markerKey: z.string(),
    time: z.object({ started: z.number(), showed: z.number(), speed: z.number() }),
    reconcileSeconds: z.number(),
  })
  .parse(JSON.parse(process.env['SOAK_BOT'] ?? '{}'));

const { apiUrl, privateKey, webhookSecret, markerKey, databaseUrl, time } = settings;
const { speed } = time;
const clock = createFastClock(time);
const logger = createPino({ level: 'info', secrets: [privateKey, webhookSecret] });
const log = toLog(logger);
const metrics = createMetrics();
const { lanes, wordStore } = await openState({
  ...{ databaseUrl, clock, log, concurrency: 4, merge: mergeJobs },
  run: async (job, turn) => quicken(await runJob(deps, job, turn)),
});
const parser = createParser({ deadlineMilliseconds: 30_000 });
const trainer = createSectionTrainer({ deadlineMilliseconds: 60_000 });
const auth = { kind: 'app', appId: 7, privateKey } as const;
const connection = { auth, appId: 7, apiUrl, clock, userAgent: 'copydesk', fetch: globalThis.fetch };
const clientOf = createInstallationClients(connection);
const github = createGitHub(connection, clientOf, wordStore);
const deps: JobDeps = {
  ...{ github, issues: github, survey: createSurvey(connection, clientOf), parser, trainer, lanes, clock, log },
  fill: {
    ...{ proposals: createProposals(connection, clientOf), times: cronTimes, served: new Latest(100) },
    sources: createSectionSources(createSectionFacts((repository) => clientOf(repository).query)),
  },
  ...{
    knownPulls: new Latest(1000),
    archives: new Latest(4),
    quietStamps: new Latest(1000),
    foundBefore: new Latest(1000),
  },
  ...{ markerKey, rulePages: undefined },
};
const { port } = settings;
const server = await startServer({
  ...{ app: createApp(deps), lanes, metrics, logger, host: '127.0.0.1', port, appId: 7 },
  ...{ isUsedEvent, privateKey, webhookSecret, apiUrl },
});
await lanes.begin();
lanes.repeat(settings.reconcileSeconds * (databaseUrl === undefined ? speed : 1), () =>
  planReconciliation('schedule', randomUUID()),
);
process.once('SIGTERM', () => {
  void server
    .stop()
    .then(() => Promise.all([parser.close(), trainer.close()]))
    .then(() => process.exit(0));
});
process.stdout.write('ready\n');
// A killed process keeps nothing.
flushCompileCache();

/** The database's clock is the real one. */
function quicken(end: JobEnd): JobEnd {
  if (databaseUrl === undefined || end.kind !== 'again') return end;
  return { ...end, afterMilliseconds: end.afterMilliseconds / speed };
}
