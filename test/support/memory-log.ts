import { createPino, toLog } from '../../src/adapters/log.ts';
import type { Log } from '../../src/ports.ts';
import type { Logger } from 'pino';

export interface MemoryLog {
  readonly log: Log;
  readonly logger: Logger;
  /** What was written, line by line. */
  readonly lines: readonly string[];
}

/** The real log, written into memory. */
export function createMemoryLog(secrets: readonly string[] = []): MemoryLog {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = createPino({ level: 'debug', secrets, destination });
  return { log: toLog(logger), logger, lines };
}
