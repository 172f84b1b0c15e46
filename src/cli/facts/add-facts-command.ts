import type { Command } from 'commander';
import type { FactsOptions } from './run-facts.ts';
import { heedOutput } from '../heed-output.ts';

/** Adds `copydesk facts`, which fetches pages as a review would. */
export function addFactsCommand(program: Command): void {
  program
    .command('facts')
    .description('tell what is behind links, fetched as carefully as in a review')
    .argument('<URL...>', 'the links')
    .option('--json', 'one line of JSON for each')
    .action(async (urls: readonly string[], options: FactsOptions) => {
      const { runFacts } = await import('./run-facts.ts');
      const { createPages } = await import('../../adapters/web/create-pages.ts');
      const { systemClock } = await import('../../adapters/clock.ts');
      heedOutput('copydesk facts');
      process.exitCode = await runFacts(urls, options, {
        variables: process.env,
        write: (text) => void process.stdout.write(text),
        complain: (text) => void process.stderr.write(text),
        openPages: (proxyUrl) => createPages({ clock: systemClock, proxyUrl }),
      });
    });
}
