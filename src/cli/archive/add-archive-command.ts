import type { Command } from 'commander';
import type { FindOptions } from './run-find.ts';
import { heedOutput } from '../heed-output.ts';

/** So many issues at a time may not take longer than this to read. */
const DEADLINE_MILLISECONDS = 10_000;

/** Adds `copydesk archive find`, which looks a link up in the published issues. */
export function addArchiveCommand(program: Command): void {
  const archive = program.command('archive').description('ask the published issues');
  archive
    .command('find')
    .description('tell where a link, or what else is on its site, ran before')
    .argument('<URL>', 'the link, however it is spelt')
    .option('--repo <folder>', 'the newsletter’s repository, if not the current folder; its HEAD counts')
    .option('--json', 'one line of JSON')
    .action(async (url: string, options: FindOptions) => {
      const { runFind } = await import('./run-find.ts');
      const { createParser } = await import('../../adapters/parser/create-parser.ts');
      heedOutput('copydesk archive find');
      process.exitCode = await runFind(url, options, {
        folder: process.cwd(),
        variables: process.env,
        write: (text) => void process.stdout.write(text),
        complain: (text) => void process.stderr.write(text),
        openParser: () => createParser({ deadlineMilliseconds: DEADLINE_MILLISECONDS }),
      });
    });
}
