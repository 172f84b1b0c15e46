import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { DemoTrouble } from './demo-trouble.ts';

export interface ProcessOrder {
  /** What it is called when it fails. */
  readonly name: string;
  /** A module of this program. */
  readonly program: URL;
  /** What it reads first; its input then stays open until it is to end. */
  readonly input: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A Node process of this demo. */
export interface RunningProcess {
  /** Resolves with the first group of a line of its output that matches; rejects when the process ends before. */
  readonly waitForLine: (pattern: RegExp) => Promise<string>;
  /** What it has written lately. */
  readonly lastLines: () => readonly string[];
  /** Asks it to end, and insists after a while. */
  readonly stop: () => Promise<void>;
}

const keptLines = 200;
const patienceMilliseconds = 5_000;

/** Starts a program of this repository with the Node that runs now, and nothing of this environment but what is given. */
export function startProcess(order: ProcessOrder): RunningProcess {
  const child = spawn(process.execPath, [fileURLToPath(order.program)], {
    env: { ...order.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A process that has ended reads no more; its exit says so.
  child.stdin.on('error', () => undefined);
  child.stdin.write(order.input);
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  let rest = '';
  const take = (chunk: Buffer) => {
    const rows = (rest + chunk.toString()).split('\n');
    rest = rows.pop() ?? '';
    lines.push(...rows);
    lines.splice(0, lines.length - keptLines);
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const ended = once(child, 'close').then(() => undefined);
  return {
    lastLines: () => lines,
    waitForLine: async (pattern) => {
      const found = new Promise<string>((resolve) => {
        const look = () => {
          for (const line of lines) {
            const match = pattern.exec(line);
            if (match !== null) resolve(match[1] ?? match[0]);
          }
        };
        listeners.add(look);
        look();
      });
      const failed = ended.then(() => {
        throw new DemoTrouble(`${order.name} ended at once: ${lines.at(-1) ?? 'it said nothing'}`, 1);
      });
      return Promise.race([found, failed]);
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), patienceMilliseconds);
      await ended;
      clearTimeout(insist);
    },
  };
}
