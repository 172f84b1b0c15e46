import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { z } from 'zod';
import type { FastTime } from './fast-clock.ts';

/** A server that is started again whenever it was killed. */
export interface Bot {
  /** Where it takes webhooks. */
  readonly url: string;
  /** Kills it without a warning and starts it again. */
  readonly kill: () => Promise<void>;
  /** Whether it is there and has nothing to do, now or later. */
  readonly isIdle: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

export interface BotSettings {
  readonly port: number;
  readonly apiUrl: string;
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** undefined: in memory. */
  readonly databaseUrl: string | undefined;
  readonly time: FastTime;
  readonly reconcileSeconds: number;
  /** Where compiled code is kept from one start to the next, which come often here. */
  readonly compileCache: string;
}

export const MARKER_KEY = 'the-key-of-the-markers';

const PROGRAM = new URL('bot.ts', import.meta.url).pathname;
const backlogSchema = z.object({ waiting: z.number(), putOff: z.number(), running: z.number() });

/** Starts a server with these settings; its log goes to a file. */
export async function startBot(settings: BotSettings, logFile: string): Promise<Bot> {
  const log = createWriteStream(logFile, { flags: 'a' });
  let child = await start(settings, log);
  const origin = `http://127.0.0.1:${settings.port}`;
  return {
    url: `${origin}/api/github/webhooks`,
    kill: async () => {
      await end(child, 'SIGKILL');
      child = await start(settings, log);
    },
    isIdle: () => isIdle(origin),
    stop: () => end(child, 'SIGTERM'),
  };
}

async function isIdle(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
  if (answer?.ok !== true) return false;
  const { waiting, putOff, running } = backlogSchema.parse(await answer.json());
  return waiting + putOff + running === 0;
}

/** No process lives long enough for WebAssembly to be optimised. */
const FLAGS = ['--liftoff-only'];

async function start({ compileCache, ...settings }: BotSettings, log: WriteStream): Promise<ChildProcess> {
  const environment = {
    PATH: process.env['PATH'],
    NODE_COMPILE_CACHE: compileCache,
    SOAK_BOT: JSON.stringify({ ...settings, markerKey: MARKER_KEY }),
  };
  const child = spawn(process.execPath, [...FLAGS, PROGRAM], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const { stdout, stderr } = child;
  stderr.pipe(log, { end: false });
  await new Promise<void>((resolve, reject) => {
    stdout.on('data', (data: Buffer) => {
      log.write(data);
      if (data.toString().includes('ready\n')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`a bot ended with ${code ?? 'a signal'}; its log says why`)));
  });
  child.removeAllListeners('exit');
  return child;
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
