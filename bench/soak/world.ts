import { join } from 'node:path';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { makeAppKey } from '../../test/support/make-app-key.ts';
import type { Gate } from '../../test/support/open-gate.ts';
import type { Stage } from './act.ts';
import { type Bot, MARKER_KEY, startBot } from './bots.ts';
import { describeEnd } from './describe-end.ts';
import { createFastClock, type FastTime } from './fast-clock.ts';
import { PERMISSIONS } from './scene.ts';
import { findFreePort } from '../../src/cli/demo/find-free-port.ts';

/**
 * How a story goes in a world. `late`: nothing goes wrong, but all takes its time, and another time for each. `outage`: the
 * database is away for a while.
 */
export type Weather = 'calm' | 'late' | 'rough' | 'outage';

export interface WorldOptions {
  readonly name: string;
  readonly weather: Weather;
  /** One database for each process; undefined: in memory. */
  readonly databases: readonly (string | undefined)[];
  /** The way to the database that is barred in an outage. */
  readonly gate?: Gate | undefined;
  readonly time: FastTime;
  /** A folder for logs. */
  readonly folder: string;
}

/** An embedded GitHub of its own, and the bots that work for it. */
export interface World extends Stage, Pick<WorldOptions, 'name' | 'weather' | 'gate'> {
  readonly bots: readonly Bot[];
  /** What there is to see now, as `describeEnd` has it. */
  readonly readEnd: () => Promise<ReadonlyMap<string, string>>;
  /** Whether every webhook was answered and nobody has anything left to do. */
  readonly isIdle: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export const RECONCILE_SECONDS = 3;
const webhookSecret = 'the-secret-of-the-webhook';

/** Starts a GitHub and its bots. */
export async function openWorld({ name, weather, databases, gate, time, folder }: WorldOptions): Promise<World> {
  const privateKey = makeAppKey();
  const app = { id: 7, slug: 'copydesk', publicKey: privateKey, webhookSecret, permissions: PERMISSIONS };
  const sandbox = await startSandbox({ app, now: createFastClock(time).now, seed: 7 });
  const common = { apiUrl: sandbox.url, privateKey, webhookSecret, time, reconcileSeconds: RECONCILE_SECONDS };
  const compileCache = join(folder, 'compiled');
  const start = async (databaseUrl: string | undefined, index: number) =>
    startBot(
      { ...common, compileCache, port: await findFreePort(), databaseUrl },
      join(folder, `${name}-${index}.log`),
    );
  const bots: Bot[] = [];
  for (const [index, databaseUrl] of databases.entries()) bots.push(await start(databaseUrl, index));
  return {
    ...{ name, weather, gate, sandbox, bots, numbers: new Map() },
    readEnd: async () => describeEnd(await sandbox.state(), MARKER_KEY),
    isIdle: async () => {
      await sandbox.settled();
      return (await Promise.all(bots.map((bot) => bot.isIdle()))).every(Boolean);
    },
    close: async () => {
      await Promise.all(bots.map((bot) => bot.stop()));
      await sandbox.close();
    },
  };
}

/** Has go wrong what may in this weather. */
export function addFaults({ sandbox: { faults }, weather }: World): void {
  if (weather === 'late') {
    faults.addWebhookFault({ share: 0.5, fault: { kind: 'delay', milliseconds: 3000 } });
    faults.addApiFault({ share: 0.3, fault: { kind: 'slow', milliseconds: 500 } });
  } else if (weather === 'rough') {
    faults.addWebhookFault({ share: 0.1, fault: { kind: 'double' } });
    faults.addWebhookFault({ share: 0.05, fault: { kind: 'lose' } });
    faults.addWebhookFault({ share: 0.1, fault: { kind: 'reorder' } });
    faults.addApiFault({ share: 0.05, fault: { kind: 'bad-gateway-before' } });
    faults.addApiFault({ share: 0.05, fault: { kind: 'bad-gateway-after' } });
    faults.addApiFault({ share: 0.003, fault: { kind: 'secondary-limit', retryAfter: 60 } });
  }
}
