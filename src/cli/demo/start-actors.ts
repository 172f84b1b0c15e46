import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WEBHOOK_PATH } from '../../adapters/http/create-server.ts';
import { DemoTrouble } from './demo-trouble.ts';
import { makeCredentials } from './make-credentials.ts';
import { type RunningProcess, startProcess } from './start-process.ts';
import { type SampleWeb, startSampleWeb } from './start-sample-web.ts';
import { findFreePort } from './find-free-port.ts';

/** With these `npm start` and the container run the bot, too. */
const BOT_FLAGS = ['--max-semi-space-size=2', '--max-old-space-size=224'];

type Variables = Readonly<Record<string, string | undefined>>;

/** The two processes of the demo: GitHub's stand-in and the bot. They know of each other by HTTP only. */
export interface Actors {
  readonly githubUrl: string;
  /** The process of the bot. */
  readonly botId: number | undefined;
  /** What the bot has logged lately. */
  readonly botLog: () => readonly string[];
  /** From then on nobody answers any more. */
  readonly isStopping: () => boolean;
  /** Ends both and removes their folder. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts both with a key and a secret made for this run; rejects with a `DemoTrouble` when one of them ends.
 * @param startsAt what GitHub's clock shows when it begins, ISO 8601
 */
export async function startActors(variables: Variables, startsAt: string): Promise<Actors> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-demo-')).catch(() => {
    throw new DemoTrouble(`no folder can be made in ${tmpdir()}: name another one in TMPDIR.`);
  });
  const running: RunningProcess[] = [];
  const web = await startSampleWeb(new Date());
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    await Promise.all(running.map((one) => one.stop()));
    await web.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    return { ...(await start({ folder, variables, startsAt, web }, running)), isStopping: () => isStopping, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  {
    folder,
    variables,
    startsAt,
    web,
  }: { readonly folder: string; readonly variables: Variables; readonly startsAt: string; readonly web: SampleWeb },
  running: RunningProcess[],
): Promise<Pick<Actors, 'githubUrl' | 'botId' | 'botLog'>> {
  const { appId, privateKey, publicKey, webhookSecret } = makeCredentials();
  const port = await findFreePort();
  const webhookUrl = `http://127.0.0.1:${port}${WEBHOOK_PATH}`;
  const app = { id: appId, slug: 'copydesk', publicKey, webhookSecret, webhookUrl, canWriteContents: true };
  const environment = keep(variables, ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot']);
  const github = startProcess({
    name: 'The embedded GitHub',
    program: new URL('../../sandbox/main.ts', import.meta.url),
    flags: [],
    input: `${JSON.stringify({ folder, startsAt, app })}\n`,
    environment,
  });
  running.push(github);
  const githubUrl = await github.waitForLine(/^\{"url":"([^"]+)"\}$/);
  const trusted = join(folder, 'web.pem');
  await writeFile(trusted, web.certificate);
  const bot = startProcess({
    name: 'The bot',
    loadedBefore: new URL('./set-clock.ts', import.meta.url),
    program: new URL('../../main.ts', import.meta.url),
    flags: BOT_FLAGS,
    input: '',
    environment: {
      ...environment,
      DEMO_STARTS_AT: startsAt,
      APP_ID: String(appId),
      PRIVATE_KEY: privateKey,
      WEBHOOK_SECRET: webhookSecret,
      GHE_HOST: new URL(githubUrl).host,
      GHE_PROTOCOL: 'http',
      HOST: '127.0.0.1',
      PORT: String(port),
      PAGES_PROXY: web.proxyUrl,
      NODE_EXTRA_CA_CERTS: trusted,
    },
  });
  running.push(bot);
  await bot.waitForLine(/Waiting for webhooks/);
  return { githubUrl, botId: bot.id, botLog: bot.lastLines };
}

function keep(variables: Variables, names: readonly string[]): Variables {
  return Object.fromEntries(names.map((name) => [name, variables[name]]));
}
