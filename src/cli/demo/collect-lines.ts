import type { Readable } from 'node:stream';

/** What a process has written lately, line by line. */
export interface Lines {
  readonly latest: () => readonly string[];
  /** Resolves with the first group (or all) of the first line that matches, once there is one. */
  readonly find: (pattern: RegExp) => Promise<string>;
}

const KEPT = 200;

/** Listens to streams of UTF-8 from now on, and keeps the latest whole lines of them all together. */
export function collectLines(...streams: readonly Readable[]): Lines {
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  for (const stream of streams) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const rows = (rest + text).split('\n');
      rest = rows.pop() ?? '';
      lines.push(...rows);
      lines.splice(0, lines.length - KEPT);
      for (const look of listeners) look();
    });
  }
  return { latest: () => lines, find: async (pattern) => findLine(lines, listeners, pattern) };
}

async function findLine(lines: readonly string[], listeners: Set<() => void>, pattern: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const look = (): void => {
      const match = lines.map((line) => pattern.exec(line)).find((found) => found !== null);
      if (match === undefined) return;
      listeners.delete(look);
      resolve(match[1] ?? match[0]);
    };
    listeners.add(look);
    look();
  });
}
