import { runCheck, type Terminal } from '../../src/cli/check/run-check.ts';
import type { RawOptions } from '../../src/cli/check/check-options.ts';
import { parseArgs } from 'node:util';
import { createInProcessParser } from '../support/in-process-parser.ts';

/** What a run of `copydesk check` left behind. */
export interface CheckRun {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

const text = { type: 'string' } as const;
const options = {
  repo: text,
  base: text,
  head: text,
  author: text,
  permission: text,
  date: text,
  format: text,
  config: text,
  batch: { type: 'boolean' },
  publishing: { type: 'boolean' },
} as const;

/** Runs `copydesk check` in this process, in a folder, on the day 2026-03-05. */
export async function runCopydesk(
  folder: string,
  args: readonly string[],
  input = '',
  variables: Terminal['variables'] = process.env,
): Promise<CheckRun> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  let output = '';
  let complaint = '';
  const raw: RawOptions = values;
  const code = await runCheck(positionals, raw, {
    folder,
    variables,
    today: '2026-03-05',
    useColor: false,
    input: toStream(input),
    write: (part) => {
      output += part;
      return Promise.resolve();
    },
    complain: (part) => (complaint += part),
    tellExitCode: () => undefined,
    openParser: createInProcessParser,
  });
  return { code, output, complaint };
}

/** In pieces that end anywhere, as pipes deliver them. */
async function* toStream(input: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(input);
  for (let start = 0; start < bytes.length; start += 7) yield Promise.resolve(bytes.subarray(start, start + 7));
}
