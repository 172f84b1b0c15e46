import type { Command } from 'commander';
import { evaluateComposition } from './evaluate-composition.ts';
import { readPulls } from './read-pulls.ts';
import type { Visitor } from './review-pulls.ts';
import { withHistory } from './with-history.ts';

/** Adds `evaluate compose`: whether the suggestions of a review can be accepted together. */
export function addComposeCommand(program: Command, progress: Visitor['progress']): void {
  program
    .command('compose')
    .description('accept what the reviews of all first pushes suggest; exit code 1 where that leaves something to say')
    .requiredOption('--data <folder>', 'folder with newsletter.bundle and pulls.jsonl')
    .action(async ({ data }: { readonly data: string }) => {
      try {
        process.exitCode = await compose(data, progress);
      } catch (error) {
        console.error(`evaluate: ${error instanceof Error ? error.message : String(error)}`);
        process.exitCode = 2;
      }
    });
}

async function compose(data: string, progress: Visitor['progress']): Promise<0 | 1> {
  const pulls = await readPulls(data);
  const { suggesting, flaws } = await withHistory(data, async (repository) =>
    evaluateComposition(repository, pulls, progress),
  );
  for (const flaw of flaws) console.log(flaw);
  console.log(`${pulls.length} pull requests, ${suggesting} with suggestions, ${flaws.length} flaws`);
  return flaws.length === 0 ? 0 : 1;
}
