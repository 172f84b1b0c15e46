import { parseArgs } from 'node:util';
import { runFind } from '../../src/cli/archive/run-find.ts';
import type { CheckRun } from './run-copydesk.ts';
import { createInProcessParser } from '../support/in-process-parser.ts';

const options = { repo: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Runs `copydesk archive find` in this process, in a folder. */
export async function findInArchive(folder: string, args: readonly string[]): Promise<CheckRun> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  let output = '';
  let complaint = '';
  const code = await runFind(positionals[0] ?? '', values, {
    folder,
    variables: process.env,
    write: (part) => (output += part),
    complain: (part) => (complaint += part),
    openParser: createInProcessParser,
  });
  return { code, output, complaint };
}
