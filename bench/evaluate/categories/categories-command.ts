import type { Command } from 'commander';
import { measureGuesses } from './measure-guesses.ts';
import { readLinks } from './read-links.ts';
import { renderCategories } from './render-categories.ts';
import { walkIssues } from './walk-issues.ts';

interface Options {
  readonly data: string;
  readonly from: string;
  readonly until: string;
  readonly every: string;
  readonly json: boolean;
}

/** Adds `evaluate categories`: how often the section that is suggested for a link is the one it ran in. */
export function addCategoriesCommand(program: Command, progress: (done: number, all: number) => void): void {
  program
    .command('categories')
    .description('guess the section of every published link from the issues before its own')
    .requiredOption('--data <folder>', 'folder with links.jsonl')
    .option('--from <day>', 'the first issue to guess', '2023-03-01')
    .option('--until <day>', 'the last issue to guess', '2025-02-28')
    .option('--every <number>', 'train anew for every so manieth issue only, which is quicker', '1')
    .option('--json', 'print figures only, as JSON', false)
    .action(async (options: Options) => {
      try {
        await evaluate(options, progress);
      } catch (error) {
        console.error(`evaluate: ${error instanceof Error ? error.message : String(error)}`);
        process.exitCode = 2;
      }
    });
}

async function evaluate(options: Options, progress: (done: number, all: number) => void): Promise<void> {
  const every = Number(options.every);
  if (!Number.isInteger(every) || every < 1) throw new Error(`no number of issues: ${options.every}`);
  const guesses = walkIssues(await readLinks(options.data), { ...options, every }, progress);
  if (guesses.length === 0) throw new Error(`no issues from ${options.from} until ${options.until}`);
  const figures = measureGuesses(guesses);
  console.log(options.json ? JSON.stringify(figures) : renderCategories(figures, guesses));
}
