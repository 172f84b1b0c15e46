import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';

/** A server that is started again whenever it was killed. */
export interface Bot {
  readonly url: string;
  /** Kills it without a warning and starts it again. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const PROGRAM = new URL('bot.ts', import.meta.url).pathname;

/** Starts a server with these settings; its log goes to a file. */
export async function startBot(settings: { readonly port: number }, logFile: string): Promise<Bot> {
  const log = createWriteStream(logFile, { flags: 'a' });
  let child = await start(settings, log);
  return {
    url: `http://127.0.0.1:${settings.port}/api/github/webhooks`,
    kill: async () => {
      await end(child, 'SIGKILL');
      child = await start(settings, log);
    },
    stop: () => end(child, 'SIGTERM'),
  };
}

async function start(settings: object, log: WriteStream): Promise<ChildProcess> {
  const environment = { PATH: process.env['PATH'], SOAK_BOT: JSON.stringify(settings) };
  const child = spawn(process.execPath, [PROGRAM], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
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
