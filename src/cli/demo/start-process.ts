import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { collectLines } from './collect-lines.ts';
import { DemoTrouble } from './demo-trouble.ts';

export interface ProcessOrder {
  /** What it is called when it fails. */
  readonly name: string;
  /** A module that is loaded before the program. */
  readonly loadedBefore?: URL;
  /** A module of this program. */
  readonly program: URL;
  /** Node's own options. */
  readonly flags: readonly string[];
  /** What it reads first; its input then stays open until it is to end. */
  readonly input: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A Node process of this demo. */
export interface RunningProcess {
  /** undefined where it could not be started. */
  readonly id: number | undefined;
  /** Resolves with the first group of a line of its output that matches; rejects when the process ends before. */
  readonly waitForLine: (pattern: RegExp) => Promise<string>;
  /** What it has written lately. */
  readonly lastLines: () => readonly string[];
  /** Asks it to end, and insists after a while. */
  readonly stop: () => Promise<void>;
}

const PATIENCE_MILLISECONDS = 5_000;

/** Starts a program of this repository with the Node that runs now, and nothing of this environment but what is given. */
export function startProcess(order: ProcessOrder): RunningProcess {
  const before = order.loadedBefore === undefined ? [] : ['--import', order.loadedBefore.href];
  const child = spawn(process.execPath, [...order.flags, ...before, fileURLToPath(order.program)], {
    env: { ...order.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A process that has ended reads no more; its exit says so.
  child.stdin.on('error', () => undefined);
  child.stdin.write(order.input);
  const lines = collectLines(child.stdout, child.stderr);
  const ended = once(child, 'close').then(() => undefined);
  const failed = async (): Promise<never> => {
    await ended;
    throw new DemoTrouble(`${order.name} ended at once: ${lines.latest().at(-1) ?? 'it said nothing'}`, 1);
  };
  return {
    id: child.pid,
    lastLines: lines.latest,
    waitForLine: async (pattern) => Promise.race([lines.find(pattern), failed()]),
    stop: async () => stop(child, ended),
  };
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MILLISECONDS);
  await ended;
  clearTimeout(insist);
}
