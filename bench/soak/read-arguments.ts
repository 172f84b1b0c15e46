import { parseArgs } from 'node:util';

const MODES = ['memory', 'pglite', 'postgres', 'outage', 'late'];
const USAGE = `usage: npm run soak [-- --seconds N] [--mode ${MODES.join('|')}]`;

export interface SoakArguments {
  readonly seconds: number | undefined;
  /** undefined: all but `outage` and `late`. */
  readonly mode: string | undefined;
}

/** What is asked for; ends the process with one line where that is not to be had. */
export function readArguments(args: readonly string[], hasPostgres: boolean): SoakArguments {
  const values = parse(args);
  const { seconds, mode } = values ?? {};
  if (values === undefined || (seconds !== undefined && !/^[1-9]\d{1,4}$/.test(seconds))) return refuse(USAGE);
  if (mode !== undefined && !MODES.includes(mode)) return refuse(USAGE);
  if (mode !== undefined && ['postgres', 'outage'].includes(mode) && !hasPostgres) {
    return refuse(`soak: the mode ${mode} needs a PostgreSQL, at DATABASE_URL or 127.0.0.1:5432`);
  }
  return { seconds: seconds === undefined ? undefined : Number(seconds), mode };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { seconds: { type: 'string' }, mode: { type: 'string' } } }).values;
  } catch {
    return undefined;
  }
}

function refuse(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(2);
}
