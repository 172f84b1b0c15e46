import type { Command } from 'commander';
import { getApiUrl } from '../../config/api-url.ts';
import type { FillOptions } from './run-fill.ts';
import { heedOutput } from '../heed-output.ts';

/** Adds `copydesk fill`, which fills the generated sections of a draft on this machine. */
export function addFillCommand(program: Command): void {
  program
    .command('fill')
    .description('fill the generated sections of a draft from GitHub, and print what would change')
    .requiredOption('--draft <file>', 'the draft')
    .option('--date <day>', 'the date of its issue, if not the one in the draft')
    .option('--section <id...>', 'only these sections, such as `updates`; all by default')
    .option('--config <file>', 'the newsletter’s configuration, if not the one above the draft')
    .option('--write', 'change the draft instead')
    .action(async (options: FillOptions) => {
      const { runFill } = await import('./run-fill.ts');
      const { systemClock } = await import('../../adapters/clock.ts');
      const { setTimeout: sleep } = await import('node:timers/promises');
      heedOutput('copydesk fill');
      process.exitCode = await runFill(options, {
        folder: process.cwd(),
        token: process.env['GITHUB_TOKEN'],
        // As it stands in every workflow; empty is as good as unset.
        apiUrl: (process.env['GITHUB_API_URL'] || getApiUrl(undefined, 'https')).replace(/\/$/, ''),
        // Nothing else keeps this process alive while it waits.
        clock: { ...systemClock, sleep: (milliseconds) => sleep(milliseconds) },
        isTerminal: process.stdout.isTTY,
        write: (text) => void process.stdout.write(text),
        complain: (text) => void process.stderr.write(text),
      });
    });
}
