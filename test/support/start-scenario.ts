import { afterEach } from '@jest/globals';
import { type ClientOf, createInstallationClients } from '../../src/adapters/github/installation-clients.ts';
import { createGitHub } from '../../src/adapters/github/create-github.ts';
import { createSurvey } from '../../src/adapters/github/create-survey.ts';
import { createProposals } from '../../src/adapters/github/proposals/create-proposals.ts';
import { createPastIssues } from '../../src/adapters/github/sections/create-past-issues.ts';
import { createSectionFacts } from '../../src/adapters/github/sections/create-section-facts.ts';
import { startServer } from '../../src/adapters/http/start-server.ts';
import { createMetrics } from '../../src/adapters/metrics.ts';
import { createMemoryWeeks } from '../../src/adapters/past/memory-weeks.ts';
import { MemoryLanes } from '../../src/adapters/queue/lanes.ts';
import { cronTimes } from '../../src/adapters/schedule/cron-times.ts';
import { createApp, isUsedEvent } from '../../src/app.ts';
import { createSectionSources } from '../../src/handlers/fill/create-section-sources.ts';
import type { FillTools } from '../../src/handlers/fill/fill-tools.ts';
import { mergeJobs } from '../../src/handlers/merge-jobs.ts';
import { knowPastWeeks } from '../../src/handlers/past/know-past-weeks.ts';
import { createPastTools } from '../../src/handlers/past/past-tools.ts';
import { planReconciliation } from '../../src/handlers/reconcile.ts';
import { type JobDeps, runJob } from '../../src/handlers/run-job.ts';
import type { Log, Parser, RepositoryRef } from '../../src/ports.ts';
import type { Pages } from '../../src/ports/pages.ts';
import type { SectionSources } from '../../src/ports/section-sources.ts';
import { learnPacks } from '../../src/sections/updates/learn-packs.ts';
import { Latest } from '../../src/shared/latest.ts';
import type { Permissions } from '../../src/sandbox/records/app.ts';
import type { LoggedRequest } from '../../src/sandbox/records/log.ts';
import type { PullState } from '../../src/sandbox/state.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { createIdleDeps } from './idle-deps.ts';
import { createFixedClock, type FixedClock } from './fixed-clock.ts';
import { createInProcessParser } from './in-process-parser.ts';
import { makeAppKey } from './make-app-key.ts';
import { createMemoryLog } from './memory-log.ts';
import { renderConversation, renderOutline } from './render-conversation.ts';
import { DRAFT, sampleNewsletter } from './sample-newsletter.ts';

export const REPOSITORY = 'ferris/news';

const privateKey = makeAppKey();
const webhookSecret = 'the-secret-of-the-webhook';
const markerKey = 'the-key-of-the-markers';

export interface ScenarioOptions {
  /** The newsletter on the default branch; the sample where undefined. */
  readonly files?: Readonly<Record<string, string>>;
  /** Under which path the API is, as on GitHub Enterprise Server. */
  readonly apiPath?: '' | '/api/v3';
  /** When it all happens. */
  readonly start?: string;
  readonly parser?: Parser;
  /** What is behind links; nobody looks where undefined. */
  readonly pages?: Pages;
  /** What the bot signs and checks webhooks with, if not what GitHub does. */
  readonly botSecret?: string;
  /** Whom the bot asks for sections: GitHub, as in main.ts, or somebody else; without them it fills none. */
  readonly sources?: SectionSources | 'github';
  /** What the app may do; without them what mode `review` needs. */
  readonly permissions?: Permissions;
}

export interface Submission {
  readonly by?: string;
  /** Texts by path, or the new text of the open draft alone. */
  readonly files: Readonly<Record<string, string | null>> | string;
  readonly title?: string;
  readonly isDraft?: boolean;
}

/** A newsletter on the embedded GitHub, and the bot that listens to it. */
export interface Scenario {
  readonly sandbox: Sandbox;
  readonly clock: FixedClock;
  /** Where the bot listens. */
  readonly webhookUrl: string;
  /** Forks, pushes and opens a pull request; returns its number when the bot has gone quiet. */
  readonly submit: (submission: Submission) => Promise<number>;
  /** Pushes to the branch of a pull request that `submit` opened. */
  readonly push: (number: number, files: Submission['files']) => Promise<void>;
  /** Writes into the conversation of a pull request; returns the comment's number when the bot has gone quiet. */
  readonly say: (number: number, by: string, body: string) => Promise<number>;
  /** Pushes to the newsletter's default branch. */
  readonly publish: (files: Readonly<Record<string, string | null>>) => Promise<void>;
  /** Waits until webhooks are answered and the bot has nothing more to do. */
  readonly settle: () => Promise<void>;
  /** What the people of the pull request see. */
  readonly read: (number: number) => Promise<string>;
  /** The same without what is said: who did what where. */
  readonly outline: (number: number) => Promise<string>;
  /** Sends the last webhook of this kind once more. */
  readonly redeliver: (event: string) => Promise<void>;
  /** What the bot asked GitHub since the last call, without tokens and answers 304. */
  readonly takeRequests: () => readonly string[];
  readonly logLines: readonly string[];
  /** Has the bot look everything over, as it does from time to time; resolves when it has gone quiet. */
  readonly look: () => Promise<void>;
  /** The bot's process ends, and another one starts with nothing in its memory. */
  readonly restart: () => Promise<void>;
  /** Stops everything; throws where GitHub was asked for something that the embedded one does not know. */
  readonly end: () => Promise<void>;
}

export async function startScenario(options: ScenarioOptions = {}): Promise<Scenario> {
  const clock = createFixedClock(options.start);
  const memory = createMemoryLog([privateKey, webhookSecret, markerKey]);
  const sandbox = await startSandbox({
    app: {
      ...{ id: 7, slug: 'copydesk', publicKey: privateKey, webhookSecret },
      ...(options.permissions === undefined ? {} : { permissions: options.permissions }),
    },
    now: createTickingClock(clock),
  });
  let bot = await startBot(sandbox, { clock, memory, options });
  const webhookUrl = `${bot.url}/api/github/webhooks`;
  sandbox.setWebhookUrl(webhookUrl);
  await sandbox.people.createRepository({ repo: REPOSITORY, files: options.files ?? sampleNewsletter });
  const settle = async (): Promise<void> => {
    await sandbox.settled();
    await bot.lanes.whenIdle();
  };
  return {
    sandbox,
    clock,
    webhookUrl,
    settle,
    ...actAsPeople(sandbox, settle),
    read: async (number) => renderConversation(await findPull(sandbox, number)),
    outline: async (number) => renderOutline(await findPull(sandbox, number)),
    redeliver: async (event) => {
      const last = sandbox.deliveries.findLast((delivery) => delivery.event === event);
      await sandbox.people.redeliver({ delivery: last?.id ?? 'none' });
      await settle();
    },
    takeRequests: createRequestTally(sandbox.requests),
    logLines: memory.lines,
    look: async () => {
      await bot.lanes.enqueue([planReconciliation('schedule', 'schedule')]);
      await settle();
      // What GitHub sends again has only just come in.
      await settle();
    },
    restart: async () => {
      await bot.stop();
      bot = await startBot(sandbox, { clock, memory, options });
      sandbox.setWebhookUrl(`${bot.url}/api/github/webhooks`);
    },
    end: async () => {
      await settle();
      await bot.stop();
      await sandbox.close();
      if (sandbox.unimplemented.size > 0) throw new Error(`not embedded: ${[...sandbox.unimplemented].join(', ')}`);
    },
  };
}

/** Starts scenarios for the tests of a file, one at a time; each ends before the next, or behind its test. */
export function useScenarios<Options extends readonly unknown[], One extends Scenario>(
  start: (...options: Options) => Promise<One>,
): (...options: Options) => Promise<One> {
  let scenario: One | undefined;
  const end = async (): Promise<void> => {
    const last = scenario;
    scenario = undefined;
    await last?.end();
  };
  afterEach(end);
  return async (...options) => {
    await end();
    return (scenario = await start(...options));
  };
}

/** On GitHub every event has its own second, so that the order of a conversation is seen. */
function createTickingClock(clock: FixedClock): () => Date {
  let ticks = 0;
  return () => {
    ticks += 1;
    return new Date(clock.now().getTime() + ticks * 1000);
  };
}

interface BotWorld {
  readonly clock: FixedClock;
  readonly memory: ReturnType<typeof createMemoryLog>;
  readonly options: ScenarioOptions;
}

/** The bot as main.ts composes it, but for clock, log and parser. */
async function startBot(sandbox: Sandbox, { clock, memory, options }: BotWorld) {
  const { log, logger } = memory;
  const { parser = createInProcessParser(), apiPath = '', botSecret = webhookSecret } = options;
  const apiUrl = `${sandbox.url}${apiPath}`;
  const auth = { kind: 'app', appId: 7, privateKey } as const;
  const lanes = new MemoryLanes({
    ...{ concurrency: 4, clock, log, merge: mergeJobs },
    run: (job, turn) => runJob(deps, job, turn),
  });
  const connection = { auth, appId: 7, apiUrl, clock, userAgent: 'copydesk', fetch: globalThis.fetch };
  const clientOf = createInstallationClients(connection);
  const { sources } = options;
  const fill = sources && {
    ...(sources === 'github' ? createGitHubSources(clientOf, log) : { sources }),
    ...{ proposals: createProposals(connection, clientOf), times: cronTimes, served: new Latest<string>(100) },
  };
  const github = createGitHub(connection, clientOf);
  const deps: JobDeps = {
    ...createIdleDeps(),
    ...{ github, issues: github, pages: options.pages, parser, lanes, clock, log, markerKey },
    ...{ survey: createSurvey(connection, clientOf) },
    ...(fill === undefined ? {} : { fill }),
  };
  const server = await startServer({
    ...{ appId: 7, privateKey, apiUrl },
    app: createApp(deps),
    isUsedEvent,
    lanes,
    metrics: createMetrics(),
    logger,
    webhookSecret: botSecret,
    host: '127.0.0.1',
    port: 0,
  });
  return {
    url: server.url,
    lanes,
    stop: async () => {
      await server.stop();
      await parser.close();
    },
  };
}

/** As main.ts composes them, but that learning is done in this thread. */
function createGitHubSources(clientOf: ClientOf, log: Log): Pick<FillTools, 'sources' | 'past'> {
  const queryOf = (repository: RepositoryRef) => clientOf(repository).query;
  const past = createPastTools({
    issues: createPastIssues(queryOf),
    reader: createSectionFacts(queryOf),
    store: createMemoryWeeks(2),
    trainer: {
      learnWeeks: (request) => Promise.resolve({ kind: 'learnt', lesson: learnPacks(request) }),
      close: () => Promise.resolve(),
    },
  });
  const sources = createSectionSources(createSectionFacts(queryOf), (request) => knowPastWeeks(past, log, request));
  return { sources, past };
}

function actAsPeople({ people }: Sandbox, settle: () => Promise<void>) {
  const branches = new Map<number, { by: string; branch: string }>();
  const forks = new Set<string>();
  return {
    submit: async ({ by = 'ada', files, title = 'Add a link', isDraft = false }: Submission) => {
      if (!forks.has(by)) await people.fork({ repo: REPOSITORY, by });
      forks.add(by);
      const branch = `submission-${branches.size + 1}`;
      await people.push({ repo: `${by}/news`, by, branch, files: toFiles(files) });
      const { number } = await people.openPullRequest({
        repo: REPOSITORY,
        by,
        head: `${by}:${branch}`,
        title,
        isDraft,
      });
      branches.set(number, { by, branch });
      await settle();
      return number;
    },
    push: async (number: number, files: Submission['files']) => {
      const { by, branch } = branches.get(number) ?? { by: 'nobody', branch: 'nowhere' };
      await people.push({ repo: `${by}/news`, by, branch, files: toFiles(files) });
      await settle();
    },
    say: async (number: number, by: string, body: string) => {
      const { id } = await people.comment({ repo: REPOSITORY, number, by, body });
      await settle();
      return id;
    },
    publish: async (files: Readonly<Record<string, string | null>>) => {
      await people.push({ repo: REPOSITORY, by: 'ferris', files });
      await settle();
    },
  };
}

function toFiles(files: Submission['files']): Readonly<Record<string, string | null>> {
  return typeof files === 'string' ? { [DRAFT]: files } : files;
}

async function findPull(sandbox: Sandbox, number: number): Promise<PullState> {
  const { repositories } = await sandbox.state();
  const pull = repositories.flatMap(({ pulls }) => pulls).find((one) => one.number === number);
  if (pull === undefined) throw new Error(`there is no pull request ${number}`);
  return pull;
}

function createRequestTally(requests: readonly LoggedRequest[]): () => readonly string[] {
  let seen = 0;
  return () => {
    const fresh = requests.slice(seen);
    seen = requests.length;
    return fresh
      .filter(({ actor, wasConditional304 }) => actor === 'copydesk[bot]' && !wasConditional304)
      .map(({ operation }) => operation);
  };
}
