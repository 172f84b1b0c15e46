// npm run evaluate -- reviews --data DIR [--json]: how good the reviews are on a newsletter's recorded history.
// npm run evaluate -- archive --data DIR [--rule ID]: what the rules find in its published issues.
// npm run evaluate -- rules --data DIR [--rule ID]: how right each rule is on it.
// npm run evaluate -- categories --data DIR: how often the section suggested for a link is the one it ran in.
// npm run evaluate -- fill --data DIR: how near the generated sections come to what was published.
// npm run evaluate -- compose --data DIR: whether the suggestions of a review can be accepted together.
import { Command } from 'commander';
import { addArchiveCommand } from './archive-command.ts';
import { addCategoriesCommand } from './categories/categories-command.ts';
import { addComposeCommand } from './compose-command.ts';
import { evaluateReviews } from './evaluate-reviews.ts';
import { addFillCommand } from './fill/fill-command.ts';
import { addRulesCommand } from './precision/rules-command.ts';
import { renderFigures } from './render-figures.ts';
import { showProgress } from './show-progress.ts';
import { toFigures } from './tally.ts';

interface Options {
  readonly data: string;
  readonly json: boolean;
  readonly all: boolean;
  readonly since: string;
  readonly until: string;
}

const program = new Command('evaluate').exitOverride((error) => {
  process.exit(error.exitCode === 0 ? 0 : 2);
});
program
  .command('reviews')
  .description('review the first push of every recorded pull request, and compare with what was published')
  .requiredOption('--data <folder>', 'folder with newsletter.bundle and pulls.jsonl')
  .option('--json', 'print figures only, as JSON', false)
  .option('--all', 'list every example, not the first few', false)
  .option('--since <day>', 'only pull requests opened on this day or later', '')
  .option('--until <day>', 'only pull requests opened before this day', '9999')
  .action(evaluate);
addRulesCommand(program);

addArchiveCommand(program);
addCategoriesCommand(program, showProgress);
addComposeCommand(program, showProgress);
addFillCommand(program);

await program.parseAsync();

async function evaluate({ data, json, all, since, until }: Options): Promise<void> {
  try {
    const tally = await evaluateReviews(data, { since, until }, showProgress);
    const figures = toFigures(tally);
    console.log(json ? JSON.stringify(figures) : renderFigures(figures, tally, all));
    process.exitCode = figures.crashes === 0 ? 0 : 1;
  } catch (error) {
    console.error(`evaluate: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}
