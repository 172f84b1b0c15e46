import type { Command } from 'commander';
import { toDay } from '../../shared/brand.ts';
import type { SuggestOptions } from './run-suggest.ts';
import { heedOutput } from '../heed-output.ts';

/** So many issues at a time may not take longer than this to read. */
const READING_MILLISECONDS = 10_000;

/** A slow machine may take its time; it is a bound against waiting for ever. */
const TRAINING_MILLISECONDS = 120_000;

/** Adds `copydesk suggest`, which tells in which section a link belongs. */
export function addSuggestCommand(program: Command): void {
  program
    .command('suggest')
    .description('tell in which section a link belongs, by what was published before')
    .argument('[URL]', 'the link')
    .option('--title <title>', 'its title')
    .option('--prefix <prefix>', 'the words in brackets before it, [video]')
    .option('--repo <folder>', 'the newsletter’s repository, if not the current folder; its HEAD counts')
    .option('--before <day>', 'learn only from issues dated before this day, YYYY-MM-DD')
    .option('--all', 'name all sections, however unlikely')
    .option(
      '--batch',
      'read {"title","url","prefix"} a line, write {"suggestions":[{"section","confidence","evidence"}]} a line',
    )
    .option('--json', 'one line of JSON')
    .action(async (url: string | undefined, options: SuggestOptions) => {
      const { runSuggest } = await import('./run-suggest.ts');
      const { createParser } = await import('../../adapters/parser/create-parser.ts');
      const { createSectionTrainer } = await import('../../adapters/classifier/create-section-trainer.ts');
      heedOutput('copydesk suggest');
      const today = toDay(new Date());
      if (today === undefined) throw new Error('the clock is out of order');
      process.exitCode = await runSuggest(url, options, {
        folder: process.cwd(),
        variables: process.env,
        today,
        input: process.stdin,
        write: async (text) => new Promise((done) => process.stdout.write(text, () => done())),
        complain: (text) => void process.stderr.write(text),
        openParser: () => createParser({ deadlineMilliseconds: READING_MILLISECONDS }),
        openTrainer: () => createSectionTrainer({ deadlineMilliseconds: TRAINING_MILLISECONDS }),
      });
    });
}
