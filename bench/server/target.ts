// What `npm run bench -- server` measures, as a process of its own: the server with all it loads and a job that does nothing, or a
// bare Probot app with an empty handler. Its settings come as one line of JSON in BENCH_TARGET; it tells each job on its output.
import { createServer } from 'node:http';
import { createNodeMiddleware, createProbot } from 'probot';
import { z } from 'zod';
import { systemClock } from '../../src/adapters/clock.ts';
import { startServer } from '../../src/adapters/http/start-server.ts';
import { createPino, toLog } from '../../src/adapters/log.ts';
import { createMetrics } from '../../src/adapters/metrics.ts';
import { createParser } from '../../src/adapters/parser/create-parser.ts';
import { openState } from '../../src/adapters/queue/open-state.ts';
import { createApp, isUsedEvent } from '../../src/app.ts';
import { mergeJobs } from '../../src/handlers/merge-jobs.ts';
import { getServerUrl } from '../../src/shared/server-url.ts';

const settings = z
  .object({
    kind: z.enum(['bare', 'server']),
    databaseUrl: z.string().optional(),
    privateKey: z.string(),
    secret: z.string(),
  })
  .parse(JSON.parse(process.env['BENCH_TARGET'] ?? '{}'));

const logger = createPino({ level: 'error', secrets: [] });
let done = 0;
const url = settings.kind === 'bare' ? await startBare() : await startWhole();
process.stdout.write(`${url}\n`);
process.on('message', () => process.send?.({ done, memory: process.memoryUsage.rss() }));

async function startBare(): Promise<string> {
  const { privateKey, secret } = settings;
  const probot = createProbot({ env: {}, overrides: { appId: 7, privateKey, secret, log: logger } });
  const app = (bare: typeof probot): void => {
    bare.on('pull_request', () => {
      done += 1;
    });
  };
  const middleware = await createNodeMiddleware(app, { probot, webhooksPath: '/api/github/webhooks' });
  const server = createServer((request, response) => void middleware(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return getServerUrl(server);
}

async function startWhole(): Promise<string> {
  const { databaseUrl, privateKey, secret } = settings;
  const { lanes } = await openState({
    ...{ databaseUrl, clock: systemClock, log: toLog(logger), concurrency: 4, merge: mergeJobs },
    run: () => {
      done += 1;
      return Promise.resolve({ kind: 'done' });
    },
  });
  createParser({ deadlineMilliseconds: 10_000 });
  const server = await startServer({
    ...{ app: createApp({ lanes }), lanes, metrics: createMetrics(), logger, host: '127.0.0.1', port: 0, appId: 7 },
    ...{ isUsedEvent, privateKey, webhookSecret: secret, apiUrl: 'http://127.0.0.1:1' },
  });
  await lanes.begin();
  return server.url;
}
