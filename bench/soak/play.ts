import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { getServerUrl } from '../../src/shared/server-url.ts';
import { type Bot, startBot } from './bots.ts';
import { compareEnds, describeEnd } from './describe-end.ts';
import { createFastClock } from './fast-clock.ts';
import { act, type Deed, setScene } from './story.ts';

export interface PlayOptions {
  readonly story: readonly Deed[];
  readonly pulls: number;
  /** One database for each process; undefined: in memory. */
  readonly databases: readonly (string | undefined)[];
  /** The deeds are spread over so long. */
  readonly seconds: number;
  /** undefined: nothing goes wrong, and the end is what comes of it. */
  readonly calm: ReadonlyMap<string, string> | undefined;
  /** A folder for logs. */
  readonly folder: string;
  readonly name: string;
}

export interface Played {
  readonly end: ReadonlyMap<string, string>;
  readonly differences: readonly string[];
  readonly kills: number;
  readonly deliveries: number;
  readonly requests: number;
  /** From the last deed until all was as it should be. */
  readonly settleSeconds: number;
}

const SPEED = 60;
const RECONCILE_SECONDS = 5;
const KILL_SECONDS = 6;
const PATIENCE_SECONDS = 120;
const webhookSecret = 'the-secret-of-the-webhook';

/** Plays the story to bots, with everything going wrong that may, and says what it came to. */
export async function play(options: PlayOptions): Promise<Played> {
  const epoch = Date.now();
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const app = { id: 7, slug: 'copydesk', publicKey: privateKey, webhookSecret };
  const sandbox = await startSandbox({ app, now: createFastClock(epoch, SPEED).now, seed: 7 });
  await setScene(sandbox, options.pulls);
  const bots: Bot[] = [];
  for (const [index, databaseUrl] of options.databases.entries()) {
    const port = await findFreePort();
    const times = { epoch, speed: SPEED, reconcileSeconds: RECONCILE_SECONDS };
    const settings = { port, apiUrl: sandbox.url, privateKey, webhookSecret, databaseUrl, ...times };
    bots.push(await startBot(settings, join(options.folder, `${options.name}-${index}.log`)));
  }
  try {
    return await run(sandbox, bots, options);
  } finally {
    await Promise.all(bots.map((bot) => bot.stop()));
    await sandbox.close();
  }
}

async function run(sandbox: Sandbox, bots: readonly Bot[], { story, seconds, calm }: PlayOptions): Promise<Played> {
  const isRough = calm !== undefined;
  if (isRough) addFaults(sandbox);
  const killer = isRough ? startKiller(bots) : undefined;
  const numbers = new Map<number, number>();
  const start = Date.now();
  for (const [index, deed] of story.entries()) {
    // Webhooks may arrive at any of the processes.
    sandbox.setWebhookUrl(bots[index % bots.length]?.url);
    await act(sandbox, deed, numbers);
    const due = start + (index / story.length) * seconds * 1000;
    if (due > Date.now()) await wait(due - Date.now());
  }
  const kills = (await killer?.stop()) ?? 0;
  const told = Date.now();
  sandbox.faults.clear();
  const { end, differences } = await waitForEnd(sandbox, calm);
  const settleSeconds = Math.round((Date.now() - told) / 100) / 10;
  return {
    end,
    differences,
    kills,
    settleSeconds,
    deliveries: sandbox.deliveries.length,
    requests: sandbox.requests.length,
  };
}

/** Until the end is that of the calm run and stays so; a calm run ends when nothing is asked any more but looks around. */
async function waitForEnd(sandbox: Sandbox, calm: ReadonlyMap<string, string> | undefined) {
  const deadline = Date.now() + PATIENCE_SECONDS * 1000;
  let [end, stable] = [describeEnd(await sandbox.state()), 0];
  while (Date.now() < deadline && stable < 3) {
    await wait(2 * RECONCILE_SECONDS * 500);
    const next = describeEnd(await sandbox.state());
    const isSame = compareEnds(calm ?? end, next).length === 0;
    stable = isSame ? stable + 1 : 0;
    end = next;
  }
  return { end, differences: calm === undefined ? [] : compareEnds(calm, end) };
}

function addFaults({ faults }: Sandbox): void {
  faults.addWebhookFault({ share: 0.1, fault: { kind: 'double' } });
  faults.addWebhookFault({ share: 0.05, fault: { kind: 'lose' } });
  faults.addWebhookFault({ share: 0.1, fault: { kind: 'reorder' } });
  faults.addApiFault({ share: 0.05, fault: { kind: 'bad-gateway-before' } });
  faults.addApiFault({ share: 0.05, fault: { kind: 'bad-gateway-after' } });
  faults.addApiFault({ share: 0.003, fault: { kind: 'secondary-limit', retryAfter: 60 } });
}

/** Kills one after the other, as long as it is not stopped; returns how many. */
function startKiller(bots: readonly Bot[]) {
  let [isStopping, kills] = [false, 0];
  const loop = async (): Promise<void> => {
    for (;;) {
      await wait(KILL_SECONDS * 1000);
      if (isStopping) return;
      await bots[kills % bots.length]?.kill();
      kills += 1;
    }
  };
  const running = loop();
  return {
    stop: async () => {
      isStopping = true;
      await running;
      return kills;
    },
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = new URL(getServerUrl(server));
  await new Promise((resolve) => server.close(resolve));
  return Number(port);
}
